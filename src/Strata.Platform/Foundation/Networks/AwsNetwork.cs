using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>The stack's VPC, another stack's, or one that exists.</summary>
internal static class AwsNetwork
{
    public static AwsNetworkHandle Expand(StackExpansion expansion) => expansion.Stack.Config.Network switch
    {
        { Existing: { } existing } => Existing(expansion, existing),
        { From: { } from } => SharedAwsNetwork.Expand(expansion, from),
        _ => OwnAwsNetwork.Expand(expansion),
    };

    /// <summary>True when the stack has a network of its own on AWS, which it then shares.</summary>
    public static bool IsMadeBy(StackModel stack) =>
        stack.Config.Network is { From: null, Existing: null } network
        && ((network.IsAskedFor && stack.Config.Cloud == Cloud.Aws) || stack.Components.Any(c => stack.CloudOf(c) == Cloud.Aws && NeedsNetwork(c)));

    private static bool NeedsNetwork(ComponentConfig component) => component switch
    {
        Cluster cluster => cluster.From is null,
        Batch or Instances or Scratch => true,
        FileStore files => files.Existing is null,
        Warehouse warehouse => warehouse.Engine is WarehouseEngine.Redshift or WarehouseEngine.Postgres,
        _ => false,
    };

    private static AwsNetworkHandle Existing(StackExpansion expansion, ExistingNetwork existing)
    {
        if (existing.PrivateSubnets.Count < 2)
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.TooFewSubnets(existing.SpanOf(nameof(existing.PrivateSubnets)), existing.PrivateSubnets.Count));
            throw new ExpansionStoppedException();
        }

        return new AwsNetworkHandle(existing.Id, Addresses(expansion, existing), [.. existing.PrivateSubnets], [.. existing.PublicSubnets])
        {
            Zones = existing.PrivateSubnets.Count,
        };
    }

    /// <summary>What the file says or, when it says nothing, what AWS knows.</summary>
    private static Input<string> Addresses(StackExpansion expansion, ExistingNetwork existing)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        return config.IsSet(nameof(config.Cidr))
            ? config.Cidr.ToString()
            : expansion.Foundations.Aws.Ask("aws:ec2/getVpc:getVpc", new Property("id", existing.Id)).Get<string>("cidrBlock");
    }
}
