using Strata.Platform.Catalog;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>Which of EC2's quotas a stack needs. They count vCPUs by family of machines, on demand and spot apart; those for GPUs start at nought.</summary>
public static class AwsQuotaNeeds
{
    // The names and codes in the Service Quotas console of EC2, read 2025-11.
    private static readonly (string Families, string Name, string OnDemand, string Spot)[] Quotas =
    [
        ("g vt gr", "G and VT", "L-DB2E81BA", "L-3819A6DF"),
        ("p2 p3 p4", "P", "L-417A185B", "L-7212CCBC"),
        ("p5 p6", "P", "L-417A185B", "L-C4BD4855"),
        ("inf", "Inf", "L-1945791B", "L-B5D1601B"),
        ("trn", "Trn", "L-2C3B7624", "L-6B0D517C"),
        ("dl", "DL", "L-6E869C2A", "L-85EED4F7"),
        ("x", "X", "L-7295265B", "L-E3A00192"),
        ("f", "F", "L-74FC7D96", "L-88CF9481"),
        ("", "Standard", "L-1216C47A", "L-34B43A08"),
    ];

    /// <summary>By name; empty for stacks without machines on AWS. Machines that cannot be had are left out: that is reported with their component.</summary>
    public static IReadOnlyList<AwsQuotaNeed> Of(StackModel stack) =>
    [
        .. stack.Components.Where(c => stack.CloudOf(c) == Cloud.Aws).SelectMany(MachinesOf)
            .SelectMany(wanted => Need(wanted, stack.Providers.AwsRegion))
            .GroupBy(need => need.Code)
            .Select(group => group.First() with { Vcpus = group.Sum(need => need.Vcpus) })
            .OrderBy(need => need.Name, StringComparer.Ordinal),
    ];

    /// <summary>A batch queue falls back from spot to on demand, so it may need as much of both.</summary>
    private static IEnumerable<Wanted> MachinesOf(ComponentConfig component) => component switch
    {
        Cluster { From: null } cluster => [new(new Machine { Cpu = cluster.System.Cpu, Memory = cluster.System.Memory }, cluster.System.Max, false)],
        Pool { Reservation: null } pool => [new(pool.Machine, pool.Max, pool.Spot)],
        Batch { Spot: true } batch => [new(batch.Machine, batch.Max, true), new(batch.Machine, batch.Max, false)],
        Batch batch => [new(batch.Machine, batch.Max, false)],
        Instances instances => [new(instances.Machine, instances.Max, instances.Spot)],
        _ => [],
    };

    private static IEnumerable<AwsQuotaNeed> Need(Wanted wanted, string? region)
    {
        if (MachineResolver.Resolve(Cloud.Aws, wanted.Request, region) is MachineAnswer.Found { Choice.Machine: { Sale: not Sale.CapacityBlock } machine })
        {
            var quota = Array.Find(Quotas, q => q.Families.Split(' ').Any(family => IsOf(machine, family)));
            yield return wanted.Spot
                ? new AwsQuotaNeed(quota.Spot, $"Spot {quota.Name}{(quota.Name == "P" ? $" ({quota.Families})" : "")}", machine.Cpu * wanted.Count)
                : new AwsQuotaNeed(quota.OnDemand, $"On-demand {quota.Name}", machine.Cpu * wanted.Count);
        }
    }

    /// <summary>A family's letters are followed by a digit: <c>g6</c> is of <c>g</c>, <c>gr6</c> is not.</summary>
    private static bool IsOf(MachineType machine, string family) =>
        family.Length == 0
        || (machine.Family.StartsWith(family, StringComparison.Ordinal) && (char.IsAsciiDigit(family[^1]) || (machine.Family.Length > family.Length && char.IsAsciiDigit(machine.Family[family.Length]))));

    private sealed record Wanted(Machine Machine, int Count, bool Spot)
    {
        public MachineRequest Request => new(
            Machine.Cpu?.Cores ?? 0,
            Machine.Memory?.Bytes ?? 0,
            Machine.Gpu is { } gpu ? new GpuRequest(gpu.Type, gpu.Count) : null,
            Machine.Tpu is { } tpu ? new TpuRequest(tpu.Type, tpu.Topology) : null,
            Machine.Type,
            Spot);
    }
}
