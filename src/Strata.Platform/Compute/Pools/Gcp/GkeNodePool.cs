using Strata.Gcp.Container;
using Strata.Gcp.Container.Inputs;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A pool of machines that each work for themselves.</summary>
internal static class GkeNodePool
{
    public static void Add(GcpPoolPlan plan)
    {
        var (config, context) = (plan.Config, plan.Context);
        context.Scope.Add(new NodePool(context.Name, GkeNodes.OptionsAfter(plan.Cluster.Ready))
        {
            Cluster = plan.Cluster.Id,
            Name = context.Named(GcpNames.GkeNodePool),
            NodeLocations = plan.Zones.Count == 0 ? null : [.. plan.Zones],

            // In each zone. Where nobody wants a node, none is made just to be taken away again.
            InitialNodeCount = (config.Min + plan.ZoneCount - 1) / plan.ZoneCount,
            Autoscaling = new NodePoolAutoscalingArgs { TotalMinNodeCount = config.Min, TotalMaxNodeCount = config.Max, LocationPolicy = "ANY" },

            // A node of the queue is there for one job and is not to be swapped under it.
            Management = new NodePoolManagementArgs { AutoRepair = !config.Queued, AutoUpgrade = true },
            UpgradeSettings = Upgrades(plan.HasAccelerators),
            PlacementPolicy = !config.Compact ? null : new NodePoolPlacementPolicyArgs { Type = "COMPACT" },
            QueuedProvisioning = !config.Queued ? null : new NodePoolQueuedProvisioningArgs { Enabled = true },
            NetworkConfig = new NodePoolNetworkConfigArgs { EnablePrivateNodes = true },
            NodeConfig = plan.ToNodes().ToConfig(context, plan.Cluster.NodeServiceAccount),
        });
    }

    /// <summary>Accelerators are scarce: there is seldom one more to move to, so a node goes first and comes back upgraded.</summary>
    public static NodePoolUpgradeSettingsArgs Upgrades(bool scarce) => new()
    {
        Strategy = "SURGE",
        MaxSurge = scarce ? 0 : 1,
        MaxUnavailable = scarce ? 1 : 0,
    };
}
