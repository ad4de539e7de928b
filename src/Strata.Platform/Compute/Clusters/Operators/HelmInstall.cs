using Strata.Graph;
using Strata.Kubernetes.Helm.V3;
using Strata.Kubernetes.Helm.V3.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using CustomResource = Strata.Kubernetes.ApiExtensions.CustomResource;

namespace Strata.Platform.Compute;

/// <summary>
/// Installs a Helm chart: by the engine, or where manifests are only rendered by the tool that applies them. A rendered stack
/// may not hold a release: the provider would install it in the cluster at once.
/// </summary>
internal static class HelmInstall
{
    /// <param name="name">The logical name, unique in the stack.</param>
    /// <param name="release">Helm's name of the release.</param>
    /// <param name="space">The namespace, made if it is not there.</param>
    /// <param name="values">In the chart's own terms; nothing secret.</param>
    /// <param name="options">Depends on what must be there first.</param>
    public static Resource Add(
        Scope scope, StackModel stack, ClusterHandle cluster, HelmChart chart, string name, string release, string space, ValueMap values, ResourceOptions options) =>
        cluster.RenderedFor switch
        {
            GitOpsTool.ArgoCd => scope.Add(Application(stack, chart, name, release, space, values, options)),
            GitOpsTool.Flux => scope.Add(FluxRelease(scope, stack, chart, name, release, space, values, options)),
            _ => scope.Add(new Release(name, options)
            {
                Name = release,
                Chart = chart.ChartReference,
                Version = chart.Version,
                RepositoryOpts = chart.RepositoryUrl is null ? null : new RepositoryOptsArgs { Repo = chart.RepositoryUrl },
                Namespace = space,
                CreateNamespace = true,
                Atomic = true,
                CleanupOnFail = true,
                Timeout = 900,
                MaxHistory = 5,
                Values = values,
            }),
        };

    private static CustomResource Application(StackModel stack, HelmChart chart, string name, string release, string space, ValueMap values, ResourceOptions options) =>
        new(name, "argoproj.io/v1alpha1", "Application", options)
        {
            Metadata = KubernetesObject.Meta(stack, chart.Key, $"{space}-{release}", "argocd", new() { ["argocd.argoproj.io/sync-wave"] = "-10" }),
            Spec = new()
            {
                ["project"] = "default",
                ["source"] = new ValueMap
                {
                    ["repoURL"] = chart.Repository.Replace("oci://", "", StringComparison.Ordinal),
                    ["chart"] = chart.Name,
                    ["targetRevision"] = chart.Version,
                    ["helm"] = new ValueMap { ["releaseName"] = release, ["valuesObject"] = values },
                },
                ["destination"] = new ValueMap { ["server"] = "https://kubernetes.default.svc", ["namespace"] = space },
                ["syncPolicy"] = new ValueMap
                {
                    ["automated"] = new ValueMap { ["prune"] = true, ["selfHeal"] = true },
                    ["syncOptions"] = Value.List("CreateNamespace=true", "ServerSideApply=true"),

                    // What an operator's chart needs of another's, such as the kind ServiceMonitor, is there a few minutes later.
                    ["retry"] = new ValueMap { ["limit"] = 10, ["backoff"] = new ValueMap { ["duration"] = "10s", ["factor"] = 2, ["maxDuration"] = "5m" } },
                },
            },
        };

    private static CustomResource FluxRelease(Scope scope, StackModel stack, HelmChart chart, string name, string release, string space, ValueMap values, ResourceOptions options)
    {
        var source = scope.Add(new CustomResource($"{name}-repository", "source.toolkit.fluxcd.io/v1", "HelmRepository", options)
        {
            Metadata = KubernetesObject.Meta(stack, chart.Key, $"{space}-{release}", "flux-system"),
            Spec = new()
            {
                ["url"] = chart.Repository,
                ["type"] = chart.RepositoryUrl is null ? "oci" : "default",
                ["interval"] = "24h",
            },
        });
        var waitsFor = options.DependsOn.Where(other => other.TypeToken.EndsWith(":HelmRelease", StringComparison.Ordinal));
        return new CustomResource(name, "helm.toolkit.fluxcd.io/v2", "HelmRelease", options with { DependsOn = [source, .. options.DependsOn] })
        {
            Metadata = KubernetesObject.Meta(stack, chart.Key, $"{space}-{release}", "flux-system"),
            Spec = new()
            {
                ["interval"] = "1h",
                ["timeout"] = "15m",
                ["releaseName"] = release,
                ["targetNamespace"] = space,
                ["storageNamespace"] = space,
                ["dependsOn"] = Value.List(waitsFor.Select(other => (Value)new ValueMap { ["name"] = KubernetesObject.NameOf(other) })),
                ["chart"] = new ValueMap
                {
                    ["spec"] = new ValueMap
                    {
                        ["chart"] = chart.Name,
                        ["version"] = chart.Version,
                        ["sourceRef"] = new ValueMap { ["kind"] = "HelmRepository", ["name"] = $"{space}-{release}" },
                    },
                },
                ["install"] = new ValueMap { ["createNamespace"] = true, ["crds"] = "CreateReplace", ["remediation"] = new ValueMap { ["retries"] = 3 } },
                ["upgrade"] = new ValueMap { ["crds"] = "CreateReplace", ["remediation"] = new ValueMap { ["retries"] = 3 } },
                ["values"] = values,
            },
        };
    }
}
