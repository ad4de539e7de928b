namespace Strata.Platform.Catalog;

/// <summary>What someone should know about the machine they get.</summary>
internal static class MachineRemarks
{
    public static IEnumerable<MachineProblem> Of(MachineType machine, MachineRequest request, string? region)
    {
        if (machine.Accelerator is { } has && request.Gpu is { } gpu && has.Count > gpu.Count)
        {
            yield return at => MachineErrors.MoreThanAsked(at, machine.Name, gpu.Type, gpu.Count, has.Count, SmallerAsSpot(machine, request));
        }

        if (machine.Sale == Sale.SpotOrReserved && !request.Spot)
        {
            yield return at => MachineErrors.MayBeRefused(at, machine.Name, "it is not sold on demand, only as spot, by flex-start or from a reservation; set 'spot: true' or see to a reservation");
        }

        if (machine.Sale == Sale.CapacityBlock)
        {
            yield return at => MachineErrors.MayBeRefused(at, machine.Name, "it is sold only as a capacity block, which has to be bought ahead");
        }

        if (!Availability.MayOffer(machine, region))
        {
            yield return at => MachineErrors.MayBeRefused(
                at, machine.Name, $"on {Availability.Source(machine.Cloud).AsOf} it was not offered in '{region}', only in {string.Join(", ", Availability.Regions(machine))}");
        }
    }

    private static string SmallerAsSpot(MachineType machine, MachineRequest request)
    {
        var smaller = request.Spot ? null : Machines.Of(machine.Cloud)
            .Where(m => m.Sale == Sale.SpotOrReserved && m.Cpu >= request.Cpu && m.MemoryBytes >= request.MemoryBytes)
            .Where(m => m.Accelerator?.Accelerator.Name == request.Gpu!.Type && m.Accelerator.Count >= request.Gpu.Count && m.Accelerator.Count < machine.Accelerator!.Count)
            .MinBy(m => m.Accelerator!.Count);
        return smaller is null ? "" : $" With 'spot: true' it can be '{smaller.Name}' with {smaller.Accelerator!.Count}.";
    }
}
