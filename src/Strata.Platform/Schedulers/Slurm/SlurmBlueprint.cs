using Strata.Graph;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>What a blueprint of Google's Cluster Toolkit says of a Slurm cluster.</summary>
/// <param name="Network">The names of the network and of its subnet, not their ids.</param>
/// <param name="Controller">The address of the account that the controller runs as.</param>
/// <param name="Machines">The address of the account that jobs and the login machine run as.</param>
/// <param name="Bucket">Where results go.</param>
/// <param name="IdleTimeout">How long a machine does nothing before it goes.</param>
internal sealed record SlurmBlueprint(
    string Project, string Region, string Zone, Input<string> Network, Input<string> Subnetwork, Input<string> Controller, Input<string> Machines, Input<string> Bucket, Duration IdleTimeout)
{
    public IReadOnlyList<SlurmPartition> Partitions { get; init; } = [];
}

/// <summary>Machines of one shape.</summary>
/// <param name="Gpu">GPUs that are added to the machine, by the cloud's name; null when its type has what it needs.</param>
internal sealed record SlurmPartition(string Name, string Machine, string? Gpu, int Gpus, SlurmQueue Queue);
