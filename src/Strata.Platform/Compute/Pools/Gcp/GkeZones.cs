using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Which zones a pool's nodes may be in.</summary>
internal static class GkeZones
{
    /// <summary>
    /// The zones the file names; for accelerators those that have them; one for nodes that are to be close together and for slices,
    /// whose hosts are wired to each other; else none, for all of the cluster's.
    /// </summary>
    public static IReadOnlyList<string> For(Pool config, ComponentContext context, MachineChoice choice)
    {
        if (config.Zones.Count > 0)
        {
            GcpZones.Check(context, config.Zones, choice, config.SpanOf(nameof(config.Zones)));
            return config.Zones;
        }

        return config.Compact || choice.Slice is not null ? [GcpZones.One(context, choice)]
            : choice.Machine.Accelerator is not null ? GcpZones.WithAccelerators(context, choice)
            : [];
    }
}
