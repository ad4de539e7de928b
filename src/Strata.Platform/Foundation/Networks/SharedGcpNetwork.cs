using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>A network that another stack owns.</summary>
internal static class SharedGcpNetwork
{
    public static GcpNetworkHandle Expand(StackExpansion expansion, StackSource from)
    {
        if (expansion.Stack.Config.Network.SpanOf(nameof(NetworkConfig.From)) is { } at && Problem(expansion, from, at) is { } problem)
        {
            expansion.Diagnostics.Add(problem);
            if (problem.Severity == Severity.Error)
            {
                throw new ExpansionStoppedException();
            }
        }

        var owner = expansion.ReferenceTo(from);
        return new GcpNetworkHandle(
            owner.GetStackOutput<string>("network.gcp.network"),
            owner.GetStackOutput<string>("network.gcp.subnetwork"),
            OwnGcpNetwork.PodRange,
            OwnGcpNetwork.ServiceRange,
            owner.GetStackOutput<string>("network.gcp.cidrBlock"));
    }

    /// <summary>Why the stack cannot share its network; null when it can, or is of another repository and nobody here can tell.</summary>
    private static Diagnostic? Problem(StackExpansion expansion, StackSource from, SourceSpan at)
    {
        if (!from.IsLocal)
        {
            return null;
        }

        if (!expansion.Shared.Names.Contains(from.Stack))
        {
            return ComponentErrors.UnknownStack(at, from.Stack, expansion.Shared.Names);
        }

        if (from.Component is { } other)
        {
            return ComponentErrors.NotOffered(at, from.Stack, other, []);
        }

        return expansion.Shared.Find(from.Stack) is { } owner ? Problem(owner, expansion.Foundations.Gcp, at) : null;
    }

    private static Diagnostic? Problem(StackModel owner, GcpFoundation here, SourceSpan at)
    {
        if (!GcpNetwork.IsMadeBy(owner))
        {
            return owner.Config.Cloud == Cloud.Gcp
                ? ComponentErrors.NotOffered(at, owner.Name, "network", [])
                : ComponentErrors.OtherCloud(at, owner.Name, "network", owner.Config.Cloud.Title(), Cloud.Gcp.Title());
        }

        if (owner.Providers.GcpRegion is { } region && region != here.Region)
        {
            return ComponentErrors.OtherRegion(at, owner.Name, region, here.Region);
        }

        return owner.Providers.GcpProject is { } project && project != here.Project
            ? GcpFoundationErrors.OtherProject(at, owner.Name, project, here.Project)
            : null;
    }
}
