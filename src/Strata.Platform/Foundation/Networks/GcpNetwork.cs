using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>The stack's VPC network, or the one it is told to use.</summary>
internal static class GcpNetwork
{
    public static GcpNetworkHandle Expand(StackExpansion expansion) => expansion.Stack.Config.Network switch
    {
        { Existing: { } existing } => Existing(expansion, existing),
        { From: { } from } => SharedGcpNetwork.Expand(expansion, from),
        _ => OwnGcpNetwork.Expand(expansion),
    };

    /// <summary>True when the stack has a network of its own on Google Cloud, which it then shares.</summary>
    public static bool IsMadeBy(StackModel stack) =>
        stack.Config.Network is { From: null, Existing: null } network
        && ((IsAskedFor(network) && stack.Config.Cloud == Cloud.Gcp) || stack.Components.Any(c => stack.CloudOf(c) == Cloud.Gcp && NeedsNetwork(c)));

    /// <summary>True when the file asks for a network whether or not anything needs one: to share it, say.</summary>
    public static bool IsAskedFor(NetworkConfig network) => network is { Mapping: not null, From: null, Existing: null };

    private static bool NeedsNetwork(ComponentConfig component) => component switch
    {
        Cluster cluster => cluster.From is null,
        Batch or Instances or Scratch => true,
        FileStore files => files.Existing is null,
        Warehouse warehouse => warehouse.Engine == WarehouseEngine.Postgres,
        _ => false,
    };

    private static GcpNetworkHandle Existing(StackExpansion expansion, ExistingNetwork existing)
    {
        if (existing.PrivateSubnets.Count == 0)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.NoSubnetwork(existing.SpanOf(nameof(existing.PrivateSubnets))));
            throw new ExpansionStoppedException();
        }

        return new GcpNetworkHandle(existing.Id, existing.PrivateSubnets[0], existing.PodRange, existing.ServiceRange, null);
    }
}
