using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>Finds the machine type for a request. Pure: the same request has the same answer everywhere.</summary>
public static class MachineResolver
{
    /// <summary>Stacks ask for the same few machines.</summary>
    private static readonly ConcurrentDictionary<(Cloud Cloud, MachineRequest Request, string? Region), MachineAnswer> Answers = new();

    /// <summary>
    /// The smallest machine that has what is asked, or the named one once it is found to have it. Fewest accelerators come first, then
    /// the lowest price, then the size, then the name; older, burstable and special types are chosen only when no other fits.
    /// </summary>
    /// <param name="cloud">AWS or GCP.</param>
    /// <param name="request">What is asked of one machine.</param>
    /// <param name="region">The region, or null to have it not checked.</param>
    /// <exception cref="ArgumentOutOfRangeException">On Kubernetes machines are declared by their labels, not chosen.</exception>
    public static MachineAnswer Resolve(Cloud cloud, MachineRequest request, string? region)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)cloud, (int)Cloud.Kubernetes, nameof(cloud));
        return Answers.GetOrAdd((cloud, request, region), static asked => Answer(asked.Cloud, asked.Request, asked.Region));
    }

    private static MachineAnswer Answer(Cloud cloud, MachineRequest request, string? region) => request switch
    {
        { Type: { } type } => NamedMachine.Check(cloud, request, type, region),
        { Tpu: { } tpu } => TpuHost.Find(cloud, tpu, region),
        _ => SmallestMachine.Find(cloud, request, region),
    };

    internal static MachineAnswer Found(MachineType machine, string? region, TpuSlice? slice, params ImmutableArray<MachineProblem> remarks) =>
        new MachineAnswer.Found(new MachineChoice(machine, Availability.Zones(machine, region)) { Slice = slice }, remarks);
}
