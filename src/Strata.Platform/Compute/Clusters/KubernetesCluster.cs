using Strata.Kubernetes;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>A cluster that exists: Strata makes nothing of the cluster itself, and puts into it what teams need.</summary>
internal static class KubernetesCluster
{
    public static KubernetesClusterHandle Expand(Cluster config, ComponentContext context)
    {
        foreach (var property in (string[])[nameof(Cluster.Version), nameof(Cluster.ApiAccess), nameof(Cluster.System), nameof(Cluster.Autoscaler)])
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesComputeErrors.MeansNothing(
                    config.SpanOf(property), PropertyNames.InFiles(property), config.Name, "the cluster exists already, and whoever runs it decides that"));
            }
        }

        return config.From is { } from ? Shared(config, from, context) : Own(config, context);
    }

    private static KubernetesClusterHandle Own(Cluster config, ComponentContext context)
    {
        var handle = new KubernetesClusterHandle(config, Provider(config, config.RenderTo, context)) { RenderedFor = Tool(config) };
        return handle with { Operators = ClusterOperators.Install(context.Scope, context.Expansion, handle) };
    }

    /// <summary>Another stack's cluster: reached as that stack reaches it. Manifests get a folder of their own beside that stack's.</summary>
    private static KubernetesClusterHandle Shared(Cluster config, StackSource from, ComponentContext context)
    {
        var owner = from.IsLocal ? OwnerOf(config, from, context) : config;
        var renderTo = owner.RenderTo is { } folder ? $"{folder.TrimEnd('/')}/{context.Stack.Name}" : null;
        return new KubernetesClusterHandle(config, Provider(owner, renderTo, context)) { RenderedFor = Tool(owner), IsShared = true };
    }

    private static Cluster OwnerOf(Cluster config, StackSource from, ComponentContext context)
    {
        var at = config.SpanOf(nameof(Cluster.From)).GetValueOrDefault();
        var name = from.Component ?? config.Name;
        if (!context.Expansion.Shared.Names.Contains(from.Stack))
        {
            context.Diagnostics.Add(ComponentErrors.UnknownStack(at, from.Stack, context.Expansion.Shared.Names));
            throw new ExpansionStoppedException();
        }

        // A stack with errors is reported as itself.
        if (context.Expansion.Shared.Find(from.Stack) is not { } stack)
        {
            throw new ExpansionStoppedException();
        }

        var clusters = stack.Components.OfType<Cluster>().ToList();
        if (clusters.Find(c => c.Name == name) is not { } owner)
        {
            context.Diagnostics.Add(ComponentErrors.NotOffered(at, from.Stack, name, [.. clusters.Select(c => c.Name)]));
            throw new ExpansionStoppedException();
        }

        if (stack.CloudOf(owner) != Cloud.Kubernetes)
        {
            context.Diagnostics.Add(ComponentErrors.OtherCloud(at, from.Stack, name, stack.CloudOf(owner).Title(), Cloud.Kubernetes.Title()));
            throw new ExpansionStoppedException();
        }

        return owner;
    }

    private static GitOpsTool? Tool(Cluster config) => config.RenderTo is null ? null : config.GitOps;

    private static Provider Provider(Cluster config, string? renderTo, ComponentContext context) => context.Scope.Add(new Provider(context.Name)
    {
        Context = config.Context,
        RenderYamlToDirectory = renderTo,
        EnableServerSideApply = true,
    });
}
