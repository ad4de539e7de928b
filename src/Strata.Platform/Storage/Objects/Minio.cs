using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>
/// The stack's S3 server on one cluster: a MinIO of its own in a namespace of its own, for all object stores of the stack there.
/// </summary>
/// <remarks>
/// Reached from the team's namespace over plain HTTP, which network policies keep inside; encryption at rest is the storage
/// class's. Its administrator's password is made in the cluster and known to the set-up jobs only.
/// </remarks>
internal sealed record Minio(NamespaceHandle Space, string Endpoint, Resource Server, StackExpansion Expansion)
{
    private const string RootSecret = "minio-root";
    private const string Name = "minio";

    public static Minio Expand(StackExpansion expansion, ClusterHandle cluster)
    {
        var isProd = expansion.Stack.Config.Environment == DeploymentEnvironment.Prod;
        var scope = expansion.Root.AddComponent("strata:storage:ObjectServer", $"{cluster.Config.Name}-minio");
        var space = SystemNamespace.Expand(scope, expansion, cluster, Name);
        var password = new GeneratedSecret
        {
            Name = RootSecret,
            LivesIn = space,
            RunsIn = space,
            Keys = new Dictionary<string, int> { ["rootPassword"] = 40 },
            Known = new() { ["rootUser"] = "root-admin" },
        }.Add(expansion.Stack, [], []);
        var server = HelmInstall.Add(
            scope, expansion.Stack, cluster, HelmCharts.Get(Name), $"{cluster.Config.Name}-minio", Name, space.Name,
            Values(isProd, SizeOn(expansion, cluster), SharedClusters.Has(expansion, cluster, ClusterOperator.Monitoring)),
            new ResourceOptions
            {
                Protect = isProd,
                RetainOnDelete = isProd,
                DependsOn = [.. cluster.Ready, password, .. cluster.Operators?.After(ClusterOperator.Monitoring) ?? []],
            });
        return new Minio(space, $"http://{Name}.{space.Name}.svc:9000", server, expansion);
    }

    /// <summary>Adds a job that runs MinIO's client as administrator; the server is called <c>store</c> in the script.</summary>
    /// <param name="scope">The component that the job is for.</param>
    /// <param name="name">The job's logical name.</param>
    public Resource Run(Scope scope, string name, string script, IEnumerable<EnvVarArgs> environment) =>
        KubernetesJob.Add(Expansion.Stack, Space with { Scope = scope }, name, null, [Client(script, environment)], [Server]);

    /// <summary>One step of a job in the server's namespace.</summary>
    public ContainerArgs Client(string script, IEnumerable<EnvVarArgs> environment) => KubernetesJob.Step(
        "mc",
        ContainerImages.Get("mc").Reference,
        ["/bin/sh", "-ec", $"mc alias set store \"$ENDPOINT\" \"$ROOT_USER\" \"$ROOT_PASSWORD\" >{KubernetesJob.Files}/alias\n{script}"],
        [
            KubernetesJob.Variable("MC_CONFIG_DIR", $"{KubernetesJob.Files}/mc"),
            KubernetesJob.Variable("ENDPOINT", Endpoint),
            KubernetesJob.FromSecret("ROOT_USER", RootSecret, "rootUser"),
            KubernetesJob.FromSecret("ROOT_PASSWORD", RootSecret, "rootPassword"),
            .. environment,
        ]);

    /// <summary>What all object stores on the cluster may hold together.</summary>
    private static ByteSize SizeOn(StackExpansion expansion, ClusterHandle cluster) => new(expansion.Stack.Components.OfType<ObjectStore>()
        .Where(store => expansion.Stack.CloudOf(store) == cluster.Cloud && (store.Cluster is not { } named || named.Name == cluster.Config.Name))
        .Sum(store => store.Size.Bytes));

    private static ValueMap Values(bool isProd, ByteSize size, bool monitoring) => new()
    {
        ["fullnameOverride"] = Name,
        ["mode"] = isProd ? "distributed" : "standalone",
        ["replicas"] = isProd ? 4 : 1,
        ["drivesPerNode"] = 1,
        ["existingSecret"] = RootSecret,

        // Of four drives in one set MinIO uses two for parity: any two may fail, and half of the space is left.
        ["persistence"] = new ValueMap { ["enabled"] = true, ["size"] = string.Create(CultureInfo.InvariantCulture, $"{(isProd ? (size.WholeGibibytes + 1) / 2 : size.WholeGibibytes)}Gi") },

        // The chart's own default asks for 16Gi, and makes a user whose password everyone knows.
        ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["cpu"] = isProd ? "1" : "250m", ["memory"] = isProd ? "4Gi" : "1Gi" } },
        ["users"] = Value.List(),
        ["podDisruptionBudget"] = new ValueMap { ["enabled"] = isProd, ["maxUnavailable"] = 1 },
        ["metrics"] = new ValueMap { ["serviceMonitor"] = new ValueMap { ["enabled"] = monitoring } },
    };
}
