using Strata.Gcp.Container;
using Strata.Gcp.Container.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>The machines that run a GKE cluster's own components: on demand, spread over the region's zones.</summary>
internal static class GkeSystemNodes
{
    private static readonly ByteSize Disk = ByteSize.FromGibibytes(50);

    /// <param name="cluster">The cluster's id.</param>
    /// <param name="account">The address of the account nodes run as.</param>
    /// <param name="after">What nodes need to become ready.</param>
    public static NodePool Add(Cluster config, ComponentContext context, Input<string> cluster, Input<string> account, IReadOnlyList<Resource> after)
    {
        var asked = new Machine { Cpu = config.System.Cpu, Memory = config.System.Memory };
        var machine = MachineSelection.Choose(context, asked, spot: false, context.Expansion.Foundations.Gcp.Region, config.SpanOf(nameof(config.System))).Machine;
        return context.Scope.Add(new NodePool($"{context.Name}-system", GkeNodes.OptionsAfter(after))
        {
            Cluster = cluster,
            Name = context.Named(GcpNames.GkeNodePool, "system"),

            // In each zone; the autoscaler takes away what is not needed.
            InitialNodeCount = 1,
            Autoscaling = new NodePoolAutoscalingArgs
            {
                TotalMinNodeCount = config.System.Min,
                TotalMaxNodeCount = config.System.Max,
                LocationPolicy = "BALANCED",
            },
            Management = new NodePoolManagementArgs { AutoRepair = true, AutoUpgrade = true },
            UpgradeSettings = new NodePoolUpgradeSettingsArgs { Strategy = "SURGE", MaxSurge = 1, MaxUnavailable = 0 },
            NodeConfig = new GkeNodes(machine, Disk) { Labels = [new(PoolNodes.PoolLabel, "system")] }.ToConfig(context, account),
        });
    }
}
