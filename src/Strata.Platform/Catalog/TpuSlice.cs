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

    /// <summary>
    /// The topologies a TPU can have, smallest first: a rectangle for v5e and v6e, a box for the others. A box may also be any larger one of
    /// sides that are multiples of four, in rising order, up to <see cref="MostCubes"/> times 4x4x4.
    /// </summary>
    public static ImmutableArray<string> Topologies(Accelerator tpu) => MostCubes(tpu) > 0
        ? ["2x2x1", "2x2x2", "2x2x4", "2x4x4", "4x4x4", "4x4x8", "4x8x8", "8x8x8"]
        : ["1x1", "2x2", "2x4", "4x4", "4x8", "8x8", "8x16", "16x16"];

    /// <summary>The slice of that topology on as few hosts as can be, or null when the TPU has no such topology.</summary>
    public static TpuSlice? Find(Accelerator tpu, string topology)
    {
        if (!Topologies(tpu).Contains(topology) && !IsLargeBox(tpu, topology))
        {
            return null;
        }

        var chips = Sides(topology).Aggregate(1, (product, side) => product * side);
        var machine = Hosting(tpu).FirstOrDefault(m => m.Accelerator!.Count == chips) ?? Hosting(tpu).First(m => m.Accelerator!.Count == 4);
        return new TpuSlice(topology, machine, chips / machine.Accelerator!.Count);
    }

    /// <summary>The slice that is one host of this machine type.</summary>
    public static TpuSlice OneHost(MachineType machine) =>
        Topologies(machine.Accelerator!.Accelerator).Select(t => Find(machine.Accelerator.Accelerator, t)!).First(s => s.Machine == machine && s.Hosts == 1);

    /// <summary>How many cubes of 4x4x4 chips a slice may have at most; 0 for TPUs wired as a rectangle.</summary>
    private static int MostCubes(Accelerator tpu) => tpu.Name switch
    {
        "v5p" => 140,
        "tpu7x" => 144,
        _ => 0,
    };

    private static bool IsLargeBox(Accelerator tpu, string topology) =>
        Sides(topology) is [var a, var b, var c]
        && a > 0 && a <= b && b <= c && c <= 256
        && a % 4 == 0 && b % 4 == 0 && c % 4 == 0
        && a / 4 * (b / 4) * (c / 4) <= MostCubes(tpu)
        && topology == string.Create(CultureInfo.InvariantCulture, $"{a}x{b}x{c}");

    private static int[] Sides(string topology) =>
        [.. topology.Split('x').Select(side => int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : 0)];

    private static IEnumerable<MachineType> Hosting(Accelerator tpu) => GcpTpuMachines.All.Where(m => m.Accelerator!.Accelerator == tpu);
}
