using System.Collections.Immutable;
using System.Globalization;

namespace Strata.Platform.Catalog;

/// <summary>A group of TPU chips that work as one, spread over one or more hosts of the same machine type.</summary>
/// <param name="Topology">How the chips are wired: <c>4x4</c>, for v5p <c>2x2x4</c>.</param>
/// <param name="Machine">The machine type of every host.</param>
/// <param name="Hosts">The number of nodes; a node pool of a slice has exactly this many or none.</param>
public sealed record TpuSlice(string Topology, MachineType Machine, int Hosts)
{
    /// <summary>Where the topologies were read.</summary>
    public static FactSource Source => MachineSources.GkeTpus;

    public int Chips => Hosts * Machine.Accelerator!.Count;

    /// <summary>The topologies a TPU can have, smallest first. v5p has larger ones too, all multiples of four a side.</summary>
    public static ImmutableArray<string> Topologies(Accelerator tpu) => tpu == Accelerators.TpuV5p
        ? ["2x2x1", "2x2x2", "2x2x4", "2x4x4", "4x4x4", "4x4x8", "4x8x8", "8x8x8", "8x8x16", "8x16x16", "16x16x16", "16x16x24"]
        : ["1x1", "2x2", "2x4", "4x4", "4x8", "8x8", "8x16", "16x16"];

    /// <summary>The slice of that topology on as few hosts as can be, or null when the TPU has no such topology.</summary>
    public static TpuSlice? Find(Accelerator tpu, string topology)
    {
        if (!Topologies(tpu).Contains(topology))
        {
            return null;
        }

        var chips = topology.Split('x').Aggregate(1, (product, side) => product * int.Parse(side, CultureInfo.InvariantCulture));
        var machine = Hosting(tpu).FirstOrDefault(m => m.Accelerator!.Count == chips) ?? Hosting(tpu).First(m => m.Accelerator!.Count == 4);
        return new TpuSlice(topology, machine, chips / machine.Accelerator!.Count);
    }

    /// <summary>The slice that is one host of this machine type.</summary>
    public static TpuSlice OneHost(MachineType machine) =>
        Topologies(machine.Accelerator!.Accelerator).Select(t => Find(machine.Accelerator.Accelerator, t)!).First(s => s.Machine == machine && s.Hosts == 1);

    private static IEnumerable<MachineType> Hosting(Accelerator tpu) => GcpTpuMachines.All.Where(m => m.Accelerator!.Accelerator == tpu);
}
