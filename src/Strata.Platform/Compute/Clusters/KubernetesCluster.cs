using Strata.Graph;
using Strata.Kubernetes;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>A cluster that exists: Strata makes nothing of the cluster itself, and puts into it what teams need.</summary>
internal static class KubernetesCluster
{
    public static KubernetesClusterHandle Expand(Cluster config, ComponentContext context) =>
        config.From is { } from ? Shared(config, from, context) : Own(config, context);

    private static KubernetesClusterHandle Own(Cluster config, ComponentContext context)
    {
        foreach (var property in (string[])[nameof(Cluster.Version), nameof(Cluster.ApiAccess), nameof(Cluster.System), nameof(Cluster.Autoscaler)])
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesComputeErrors.MeansNothing(
                    config.SpanOf(property), PropertyNames.InFiles(property), config.Name, "the cluster exists already, and whoever runs it decides that"));
            }
        }

        var handle = new KubernetesClusterHandle(config, Provider(config, config.RenderTo, context)) { RenderedFor = Tool(config), Issuer = IssuerOf(config) };
        return handle with { Operators = ClusterOperators.Install(context.Scope, context.Expansion, handle) };
    }

    /// <summary>Another stack's cluster: reached as that stack reaches it. Manifests get a folder of their own inside that stack's.</summary>
    private static KubernetesClusterHandle Shared(Cluster config, StackSource from, ComponentContext context)
    {
        var facts = SharedCluster.FactsOf(config, from, context);
        var renderTo = facts.RenderTo is { } folder ? $"{folder.TrimEnd('/')}/{context.Stack.Name}" : null;
        return new KubernetesClusterHandle(facts, Provider(facts, renderTo, context)) { RenderedFor = Tool(facts), IsShared = true, Issuer = IssuerOf(facts) };
    }

    private static Input<string>? IssuerOf(Cluster config) => config.OidcIssuer is { } issuer ? issuer : null;

    private static GitOpsTool? Tool(Cluster config) => config.RenderTo is null ? null : config.GitOps;

    private static Provider Provider(Cluster config, string? renderTo, ComponentContext context) => context.Scope.Add(new Provider(context.Name)
    {
        Context = config.Context,
        RenderYamlToDirectory = renderTo,
        EnableServerSideApply = true,
    });
}
