using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>
/// Kubeflow Pipelines of resources of its own (docs/decisions/2026-11-26-kubeflow-pipelines.md): servers and database in a namespace that
/// the team's pods may call and not look into, pipelines in the team's with its quotas and secrets, run by the cluster's Argo Workflows.
/// </summary>
internal static class KubeflowOnCluster
{
    public static KubeflowHandle Expand(KubeflowConfig config, ComponentContext context)
    {
        var cluster = context.ClusterOf(config);
        KubeflowRules.CheckSelfHosted(config, cluster, context);
        var kept = StepAccess.StoreFor(context, config, config.Store, nameof(config.Store));
        var store = (ObjectStoreHandle)kept.Storage;
        var space = SystemNamespace.Expand(context.Scope, context.Expansion, cluster, context.Name);
        var team = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var runner = PodIdentity.Add(context, cluster, team, context.Name, new PodRights { RunsCode = true, Storage = StorageGrants.ForPods(context, cluster, config, config.Access, kept) });
        KubeflowRights.OfPipelines(context, cluster, team, runner, store, WorkflowsOf.Identities(config, context));
        var launcher = KubeflowStore.AddLauncher(context, team, store);
        AddCall(context, team, space, KubeflowServers.Api, ("http", KubeflowServers.HttpPort), ("grpc", KubeflowServers.GrpcPort));
        AddCall(context, team, space, KubeflowMetadata.Service, ("grpc", KubeflowMetadata.Port));

        var database = KubeflowDatabase.Add(context, space);
        var metadata = KubeflowMetadata.Add(context, space, database);
        var servers = new KubeflowServers(context, cluster, space, team, kept);
        var api = servers.AddApi(runner.Account, [database, launcher, .. metadata, .. runner.Ready, .. Operators(cluster)]);
        servers.AddAgent(api);
        servers.AddSchedules(KubeflowRules.TimeZoneOf(config, context), api);
        var pages = servers.AddPages(api);
        if (config.Host is { } host)
        {
            WebEntry.AddBehindSignIn(context, cluster, space, host, config.SpanOf(nameof(config.Host)), KubeflowServers.Pages, 80, [pages]);
        }

        return new KubeflowHandle(
            FormattableString.Invariant($"http://{KubeflowServers.Api}.{space.Name}.svc:{KubeflowServers.HttpPort}"), config.Host is null ? null : $"https://{config.Host}", team.Name, runner.Account, KubeflowStore.RootOf(store));
    }

    private static IEnumerable<Resource> Operators(ClusterHandle cluster) =>
        [.. cluster.Operators?.After(ClusterOperator.ArgoWorkflows) ?? [], .. cluster.Operators?.After(ClusterOperator.KubeflowPipelines) ?? []];

    /// <summary>Drivers call servers by a name in the namespace they run in (backend/src/v2/config/env.go and backend/src/v2/metadata/env.go of 2.17.0).</summary>
    private static void AddCall(ComponentContext context, NamespaceHandle team, NamespaceHandle space, string service, params (string Name, int Port)[] ports) =>
        context.Scope.Add(new Service($"{context.Name}-call-{service}", new ResourceOptions { DependsOn = [team.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, service, team.Name),
            Spec = new ServiceSpecArgs
            {
                Type = "ExternalName",
                ExternalName = $"{service}.{space.Name}.svc.cluster.local",
                Ports = [.. ports.Select(port => new ServicePortArgs { Name = port.Name, Port = port.Port })],
            },
        });
}
