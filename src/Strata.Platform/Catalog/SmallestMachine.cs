using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>Chooses the smallest machine for cpu, memory and GPUs by narrowing the table; the step that leaves nothing is the problem.</summary>
internal static class SmallestMachine
{
    public static MachineAnswer Find(Cloud cloud, MachineRequest request, string? region)
    {
        var all = Machines.Of(cloud).Where(m => Wanted(m, request)).ToImmutableArray();
        if (request.Gpu is { } gpu && GpuProblem(cloud, gpu, all) is { } problem)
        {
            return new MachineAnswer.Refused(problem);
        }

        var enough = all.Where(m => m.Accelerator is null || m.Accelerator.Count >= request.Gpu!.Count).ToImmutableArray();
        var offered = enough.Where(m => Availability.MayOffer(m, region)).ToImmutableArray();
        if (offered.IsEmpty)
        {
            var regions = MachineWords.NearestFirst(region!, enough.SelectMany(m => Availability.Regions(m)).Distinct());
            return new MachineAnswer.Refused(at => MachineErrors.NotInRegion(at, MachineWords.Asked(new() { Gpu = request.Gpu }), region!, regions, MachineWords.AcceleratorsIn(cloud, region!), Availability.Source(cloud).AsOf!));
        }

        var fitting = offered.Where(m => m.Cpu >= request.Cpu && m.MemoryBytes >= request.MemoryBytes).ToImmutableArray();
        return fitting.IsEmpty
            ? new MachineAnswer.Refused(at => MachineErrors.NoMachineBigEnough(at, MachineWords.Asked(request), MachineWords.Largest(offered, request)))
            : Choose(fitting, request, region);
    }

    private static bool Wanted(MachineType machine, MachineRequest request) => request.Gpu is { } gpu
        ? machine.Accelerator?.Accelerator.Name == gpu.Type
        : machine.Accelerator is null && machine.Architecture == request.Architecture;

    private static MachineProblem? GpuProblem(Cloud cloud, GpuRequest gpu, ImmutableArray<MachineType> having)
    {
        if (Accelerators.Gpus.All(a => a.Name != gpu.Type))
        {
            return at => MachineErrors.UnknownAccelerator(at, gpu.Type, [.. Accelerators.Gpus.Select(a => a.Name)]);
        }

        if (having.IsEmpty)
        {
            return at => MachineErrors.NotOnThisCloud(at, gpu.Type, cloud.Title(), MachineWords.CloudsWith(gpu.Type), MachineWords.GpusOf(cloud));
        }

        var most = having.MaxBy(m => m.Accelerator!.Count)!;
        return gpu.Count <= most.Accelerator!.Count
            ? null
            : at => MachineErrors.TooManyAccelerators(at, cloud.Title(), gpu.Type, gpu.Count, most.Accelerator.Count, most.Name);
    }

    private static MachineAnswer Choose(ImmutableArray<MachineType> fitting, MachineRequest request, string? region)
    {
        var machine = fitting
            .OrderBy(m => request.Spot && m.Sale == Sale.SpotOrReserved ? Sale.OnDemand : m.Sale)
            .ThenByDescending(m => m.Automatic)
            .ThenBy(m => m.Accelerator?.Count ?? 0)
            .ThenBy(m => m.UsdPerHour ?? decimal.MaxValue)
            .ThenBy(m => m.Cpu)
            .ThenBy(m => m.MemoryGib)
            .ThenBy(m => m.Name, StringComparer.Ordinal)
            .First();
        return MachineResolver.Found(machine, region, null, [.. MachineRemarks.Of(machine, request, region)]);
    }
}
