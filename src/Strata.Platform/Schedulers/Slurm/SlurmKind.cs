using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Slurm, on every cloud.</summary>
internal static class SlurmKind
{
    private const string RunItYourself = "Set 'managed: false': the stack's cluster runs Slurm by Slinky, with nodes on its own pools.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SlurmConfig>("schedulers", "slurm", "strata:scheduler:Slurm", new EngineFacts(
            "Slurm", Maturity.Stable, "GPL-2.0-or-later",
            "You upgrade Slurm and Slinky's operator, look after users and their home directories, and have no accounting.",
            new FactSource("SlinkyProject/slurm-operator: tag v1.2.1", "2026-07-30")))
        .Managed<SlurmConfig>(Cloud.Aws, AwsSlurm.Expand)
        .SelfHosted<SlurmConfig>(Cloud.Aws, SlurmOnCluster.Expand)
        .Prefer(Cloud.Aws, managed: true, "AWS Parallel Computing Service starts machines for jobs and stops them, which Slinky's nodes do not.")
        .SelfHosted<SlurmConfig>(Cloud.Gcp, SlurmOnCluster.Expand)
        .Managed<SlurmConfig>(Cloud.Gcp, GcpSlurm.Expand)
        .Prefer(Cloud.Gcp, managed: false, "The machines of Google's Cluster Toolkit are its own, by a rendered blueprint that somebody has to deploy besides the stack.")
        .SelfHosted<SlurmConfig>(Cloud.Kubernetes, SlurmOnCluster.Expand)
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs Slurm for you on your own hardware.", RunItYourself);
}
