using System.Globalization;
using Strata.Graph;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>What a queue may use of one flavor, in machines.</summary>
/// <param name="Flavor">Kueue's name of the pool.</param>
/// <param name="Cpu">Of one machine.</param>
/// <param name="Memory">Of one machine.</param>
/// <param name="Accelerator">The resource a pod asks for; null for machines without.</param>
/// <param name="Accelerators">Of one machine.</param>
/// <param name="Nodes">What the queue has a right to.</param>
/// <param name="Borrowed">What it may borrow besides, when others of the cohort do not need it; null for no limit.</param>
internal sealed record FlavorShare(string Flavor, CpuCount Cpu, ByteSize Memory, string? Accelerator, int Accelerators, int Nodes, int? Borrowed = null)
{
    public static FlavorShare Of(string flavor, PoolHandle pool, int nodes, int? borrowed = null) =>
        new(flavor, pool.NodeCpu, pool.NodeMemory, pool.AcceleratorResource, pool.AcceleratorsPerNode, nodes, borrowed);

    /// <summary>
    /// The shares as Kueue's resource groups. All flavors of a group cover the same resources, so machines without an accelerator
    /// have none of it to give. They come first: Kueue tries flavors in order.
    /// </summary>
    public static Value Groups(IEnumerable<FlavorShare> shares)
    {
        var ordered = shares.OrderBy(share => share.Accelerator is null ? 0 : 1).ThenBy(share => share.Flavor, StringComparer.Ordinal).ToList();
        List<string> covered = ["cpu", "memory", .. ordered.Select(share => share.Accelerator).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return Value.List(new ValueMap
        {
            ["coveredResources"] = Value.List(covered.Select(name => (Value)name)),
            ["flavors"] = Value.List(ordered.Select(share => (Value)new ValueMap
            {
                ["name"] = share.Flavor,
                ["resources"] = Value.List(covered.Select(name => (Value)new ValueMap
                {
                    ["name"] = name,
                    ["nominalQuota"] = share.Amount(name, share.Nodes),
                    ["borrowingLimit"] = share.Borrowed is { } nodes ? (Value)share.Amount(name, nodes) : null,
                })),
            })),
        });
    }

    /// <summary>What the machines have, not what they can give: the node's own needs are small, and the scheduler knows them.</summary>
    private string Amount(string resource, int nodes) => nodes == 0 ? "0" : resource switch
    {
        "cpu" => new CpuCount(Cpu.Millicores * nodes).ToString(),
        "memory" => new ByteSize(Memory.Bytes * nodes).ToString(),
        _ => (resource == Accelerator ? Accelerators * nodes : 0).ToString(CultureInfo.InvariantCulture),
    };
}
