using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Platform.Foundation;

/// <summary>A VPC that another stack owns.</summary>
internal static class SharedAwsNetwork
{
    public static AwsNetworkHandle Expand(StackExpansion expansion, StackSource from)
    {
        if (expansion.Stack.Config.Network.SpanOf(nameof(NetworkConfig.From)) is { } at && Problem(expansion, from, at) is { } problem)
        {
            expansion.Diagnostics.Add(problem);
            throw new ExpansionStoppedException();
        }

        var owner = expansion.ReferenceTo(from);
        return new AwsNetworkHandle(
            owner.GetStackOutput<string>("network.aws.vpcId"),
            owner.GetStackOutput<string>("network.aws.cidrBlock"),
            owner.GetStackOutput<IReadOnlyList<string>>("network.aws.privateSubnetIds"),
            owner.GetStackOutput<IReadOnlyList<string>>("network.aws.publicSubnetIds"))
        {
            Zones = from.IsLocal ? expansion.Shared.Find(from.Stack)?.Config.Network.Zones : null,
        };
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

        return expansion.Shared.Find(from.Stack) is { } owner ? Problem(owner, expansion.Foundations.Aws.Region, at) : null;
    }

    private static Diagnostic? Problem(StackModel owner, string region, SourceSpan at)
    {
        if (!AwsNetwork.IsMadeBy(owner))
        {
            return owner.Config.Cloud == Cloud.Aws
                ? ComponentErrors.NotOffered(at, owner.Name, "network", [])
                : ComponentErrors.OtherCloud(at, owner.Name, "network", owner.Config.Cloud.Title(), Cloud.Aws.Title());
        }

        return owner.Providers.AwsRegion is { } there && there != region ? ComponentErrors.OtherRegion(at, owner.Name, there, region) : null;
    }
}
