using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The machine type that answers a request.</summary>
/// <param name="Machine">The type, with its accelerators; attached ones as many as will be attached.</param>
/// <param name="Zones">The region's zones that have it, for a pool's node locations; empty when not known: then leave them to the cloud.</param>
public sealed record MachineChoice(MachineType Machine, ImmutableArray<string> Zones)
{
    /// <summary>Set for TPUs only.</summary>
    public TpuSlice? Slice { get; init; }

    /// <summary>How many machines must be there together: the hosts of a slice, else 1.</summary>
    public int Hosts => Slice?.Hosts ?? 1;
}
