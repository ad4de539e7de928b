using Strata.Platform.Catalog;

namespace Strata.Platform.Compute;

/// <summary>The EC2 types a group of machines may be made of.</summary>
internal static class AwsMachineTypes
{
    /// <summary>
    /// The chosen type first; for spot, unless the stack file names the type, then all others of the same shape: the more
    /// types, the more often one of them has spare capacity. Autoscalers need them to be equal.
    /// </summary>
    public static IReadOnlyList<string> For(Machine asked, MachineType chosen, bool spot, string region) =>
        !spot || asked.Type is not null
            ? [chosen.Name]
            : [chosen.Name, .. Machines.Of(Cloud.Aws).Where(m => m != chosen && IsSameShape(m, chosen) && Availability.MayOffer(m, region)).Select(m => m.Name)];

    private static bool IsSameShape(MachineType one, MachineType other) =>
        one.Cpu == other.Cpu
        && one.MemoryBytes == other.MemoryBytes
        && one.Architecture == other.Architecture
        && one.Accelerator?.Accelerator == other.Accelerator?.Accelerator
        && one.Accelerator?.Count == other.Accelerator?.Count
        && one.Sale == Sale.OnDemand
        && !IsBurstable(one);

    /// <summary>Such a machine slows down once its credits are used up.</summary>
    private static bool IsBurstable(MachineType machine) => machine.Family.StartsWith('t') && machine.Accelerator is null;
}
