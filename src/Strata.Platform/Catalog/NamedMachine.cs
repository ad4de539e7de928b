using System.Globalization;

namespace Strata.Platform.Catalog;

/// <summary>Checks a machine type someone named against what else they asked.</summary>
internal static class NamedMachine
{
    public static MachineAnswer Check(Cloud cloud, MachineRequest request, string name, string? region)
    {
        var named = Machines.Of(cloud).Where(m => m.Name == name).ToList();
        if (named.Count == 0)
        {
            return new MachineAnswer.Refused(at => MachineErrors.UnknownMachine(at, cloud.Title(), name, [.. Machines.Of(cloud).Select(m => m.Name).Distinct()]));
        }

        var machine = WithGpus(named, request.Gpu);
        if (Difference(machine, request) is var (has, asked))
        {
            return new MachineAnswer.Refused(at => MachineErrors.NotAsAsked(at, name, has, asked));
        }

        return machine.Accelerator?.Accelerator.Kind == AcceleratorKind.Tpu
            ? Slice(machine, request.Tpu, region)
            : MachineResolver.Found(machine, region, null, [.. MachineRemarks.Of(machine, request, region)]);
    }

    /// <summary>The row with enough attached GPUs of the asked type, else the row without attached ones.</summary>
    private static MachineType WithGpus(IReadOnlyList<MachineType> named, GpuRequest? gpu) =>
        named.Where(m => m.Accelerator is { Attached: true } a && a.Accelerator.Name == gpu?.Type && a.Count >= gpu.Count)
            .OrderBy(m => m.Accelerator!.Count)
            .FirstOrDefault() ?? named.First(m => m.Accelerator is not { Attached: true });

    private static (string Has, string Asked)? Difference(MachineType machine, MachineRequest request)
    {
        var gpus = machine.Accelerator is { } a ? $"has {a.Count} of '{a.Accelerator.Name}'" : "has no accelerator and cannot take that";
        return request switch
        {
            _ when machine.Cpu < request.Cpu => ($"has {machine.Cpu} vCPUs", $"{request.Cpu.ToString(CultureInfo.InvariantCulture)} are asked"),
            _ when machine.MemoryBytes < request.MemoryBytes => ($"has {MachineWords.Gib(machine.MemoryBytes)} of memory", $"{MachineWords.Gib(request.MemoryBytes)} is asked"),
            { Gpu: { } gpu } when machine.Accelerator?.Accelerator.Name != gpu.Type || machine.Accelerator.Count < gpu.Count => (gpus, $"{gpu.Count} of '{gpu.Type}' is asked"),
            { Tpu: { } tpu } when machine.Accelerator?.Accelerator.Name != tpu.Type => (gpus, $"TPU '{tpu.Type}' is asked"),
            { Spot: true } when machine.Sale == Sale.CapacityBlock => ("is sold only as a capacity block", "spot is asked"),
            _ => null,
        };
    }

    private static MachineAnswer Slice(MachineType machine, TpuRequest? tpu, string? region)
    {
        if (tpu is null)
        {
            return MachineResolver.Found(machine, region, TpuSlice.OneHost(machine));
        }

        var slice = TpuSlice.Find(machine.Accelerator!.Accelerator, tpu.Topology);
        return slice switch
        {
            null => new MachineAnswer.Refused(at => MachineErrors.UnknownTopology(at, tpu.Type, tpu.Topology, TpuSlice.Topologies(machine.Accelerator.Accelerator))),
            _ when slice.Chips % machine.Accelerator.Count != 0 || (machine.Accelerator.Count != 4 && slice.Machine != machine) =>
                new MachineAnswer.Refused(at => MachineErrors.NotAsAsked(at, machine.Name, $"has {machine.Accelerator.Count} chips", $"a {tpu.Topology} slice is built of '{slice.Machine.Name}'")),
            _ => MachineResolver.Found(machine, region, slice with { Machine = machine, Hosts = slice.Chips / machine.Accelerator.Count }),
        };
    }
}
