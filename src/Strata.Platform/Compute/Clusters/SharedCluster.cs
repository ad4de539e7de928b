using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>The cluster of another stack, as far as that stack's file tells of it.</summary>
internal static class SharedCluster
{
    /// <summary>
    /// The config with what the owner decides taken from the owner's file. A stack of another repository cannot be looked at;
    /// there the config itself counts.
    /// </summary>
    /// <exception cref="ExpansionStoppedException">There is no such stack or cluster, or it is on another cloud or in another region; that is among the diagnostics.</exception>
    public static Cluster FactsOf(Cluster config, StackSource source, ComponentContext context)
    {
        if (!source.IsLocal)
        {
            return config;
        }

        var at = config.SpanOf(nameof(config.From))!.Value;
        var name = source.Component ?? config.Name;
        var shared = context.Expansion.Shared;
        if (!shared.Names.Contains(source.Stack))
        {
            throw Stop(context, ComponentErrors.UnknownStack(at, source.Stack, [.. shared.Names]));
        }

        if (shared.Find(source.Stack) is not { } stack)
        {
            return config; // It has errors, which are reported with that stack.
        }

        var offered = stack.Config.Compute.Values.OfType<Cluster>().Where(c => c.From is null).ToList();
        if (offered.Find(c => c.Name == name) is not { } owner)
        {
            throw Stop(context, ComponentErrors.NotOffered(at, source.Stack, name, [.. offered.Select(c => c.Name)]));
        }

        if (stack.CloudOf(owner) != context.Cloud)
        {
            throw Stop(context, ComponentErrors.OtherCloud(at, name, source.Stack, stack.CloudOf(owner).Title(), context.Cloud.Title()));
        }

        if (RegionOf(stack, context.Cloud) is { } there && RegionOf(context.Stack, context.Cloud) is { } here && there != here)
        {
            throw Stop(context, ComponentErrors.OtherRegion(at, source.Stack, there, here));
        }

        WarnOfOwned(config, source, context);
        return config with
        {
            Context = owner.Context,
            RenderTo = owner.RenderTo,
            GitOps = owner.GitOps,
            Version = owner.Version,
            ApiAccess = owner.ApiAccess,
            System = owner.System,
            Autoscaler = owner.Autoscaler,
            Queueing = owner.Queueing,
            Monitoring = owner.Monitoring,
            Operators = owner.Operators,
            Installed = owner.Installed,
            IngressClass = owner.IngressClass,
            Issuer = owner.Issuer,
        };
    }

    private static void WarnOfOwned(Cluster config, StackSource source, ComponentContext context)
    {
        string[] owned =
        [
            nameof(config.Context), nameof(config.RenderTo), nameof(config.GitOps),
            nameof(config.Version), nameof(config.ApiAccess), nameof(config.System), nameof(config.Autoscaler), nameof(config.Queueing),
            nameof(config.Monitoring), nameof(config.Operators), nameof(config.Installed), nameof(config.IngressClass), nameof(config.Issuer),
        ];
        foreach (var property in owned.Where(config.IsSet))
        {
            context.Diagnostics.Add(ComputeErrors.OwnedElsewhere(config.SpanOf(property), PropertyNames.InFiles(property), source.Stack));
        }
    }

    private static string? RegionOf(StackModel stack, Cloud cloud) => cloud == Cloud.Aws ? stack.Providers.AwsRegion : stack.Providers.GcpRegion;

    private static ExpansionStoppedException Stop(ComponentContext context, Diagnostics.Diagnostic problem)
    {
        context.Diagnostics.Add(problem);
        return new ExpansionStoppedException();
    }
}
