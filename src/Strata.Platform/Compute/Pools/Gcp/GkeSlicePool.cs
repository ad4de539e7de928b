using System.Globalization;
using Strata.Gcp.Container;
using Strata.Gcp.Container.Inputs;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>
/// TPU slices of several hosts: a node pool is one slice, with all of its hosts or none. <c>max</c> counts hosts, so it says how
/// many slices there may be, and <c>min</c> how many of them are always there.
/// </summary>
internal static class GkeSlicePool
{
    public static void Add(GcpPoolPlan plan)
    {
        var hosts = plan.Choice.Hosts;
        for (var slice = 0; slice < plan.Config.Max / hosts; slice++)
        {
            AddSlice(plan, slice, keep: slice < plan.Config.Min / hosts);
        }
    }

    private static void AddSlice(GcpPoolPlan plan, int slice, bool keep)
    {
        var (config, context, hosts) = (plan.Config, plan.Context, plan.Choice.Hosts);
        string[] part = slice == 0 ? [] : [slice.ToString(CultureInfo.InvariantCulture)];
        context.Scope.Add(new NodePool(string.Join('-', [context.Name, .. part]), GkeNodes.OptionsAfter(plan.Cluster.Ready))
        {
            Cluster = plan.Cluster.Id,
            Name = context.Named(GcpNames.GkeNodePool, part),
            NodeLocations = [.. plan.Zones],
            InitialNodeCount = keep ? hosts : 0,
            Autoscaling = keep ? null : new NodePoolAutoscalingArgs { MinNodeCount = 0, MaxNodeCount = hosts, LocationPolicy = "ANY" },
            Management = new NodePoolManagementArgs { AutoRepair = !config.Queued, AutoUpgrade = true },
            UpgradeSettings = GkeNodePool.Upgrades(scarce: true),
            PlacementPolicy = new NodePoolPlacementPolicyArgs { Type = "COMPACT", TpuTopology = plan.Choice.Slice!.Topology },
            QueuedProvisioning = !config.Queued ? null : new NodePoolQueuedProvisioningArgs { Enabled = true },
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
            NodeConfig = plan.ToNodes().ToConfig(context, plan.Cluster.NodeServiceAccount),
        });
    }
}
