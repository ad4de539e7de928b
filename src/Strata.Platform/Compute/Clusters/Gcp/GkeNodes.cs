using Strata.Gcp.Container.Inputs;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>The nodes of one node pool: what is their own, on top of what all nodes of GKE have in common.</summary>
/// <param name="Machine">The machine type, with its accelerators.</param>
/// <param name="Disk">Each node's boot disk.</param>
internal sealed record GkeNodes(MachineType Machine, ByteSize Disk)
{
    /// <summary>What one local SSD holds, in GB (https://cloud.google.com/compute/docs/disks/local-ssd, read 2026).</summary>
    private const int LocalSsdGb = 375;

    public bool Spot { get; init; }

    /// <summary>Had from Dynamic Workload Scheduler, when there is room.</summary>
    public bool FlexStart { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; init; } = [];

    public IReadOnlyList<Taint> Taints { get; init; } = [];

    /// <summary>The GPUs; null for nodes without.</summary>
    public NodePoolNodeConfigGuestAcceleratorArgs? Gpus { get; init; }

    /// <summary>Null leaves it to Google: any open reservation that fits.</summary>
    public NodePoolNodeConfigReservationAffinityArgs? Reservation { get; init; }

    /// <summary>
    /// Options of all node pools. Their names cannot be used twice in a cluster, so an old one goes before the new one comes; how many
    /// nodes there are is the autoscaler's to say.
    /// </summary>
    public static ResourceOptions OptionsAfter(IReadOnlyList<Resource> after) =>
        new() { DependsOn = after, DeleteBeforeReplace = true, IgnoreChanges = ["initialNodeCount", "nodeCount"] };

    /// <param name="account">The address of the account the nodes run as.</param>
    public NodePoolNodeConfigArgs ToConfig(ComponentContext context, Input<string> account) => new()
    {
        MachineType = Machine.Name,
        Spot = Spot,
        FlexStart = FlexStart ? true : null,
        ServiceAccount = account,

        // What the account may do is said by its roles; scopes would only say it a second time.
        OauthScopes = ["https://www.googleapis.com/auth/cloud-platform"],
        DiskSizeGb = Disk.WholeGibibytes,
        DiskType = Machine.BootDisk,
        BootDiskKmsKey = context.Expansion.Foundations.Gcp.Keys.IdFor("disks"),
        EphemeralStorageLocalSsdConfig = Machine.LocalSsdGb < LocalSsdGb ? null : new NodePoolNodeConfigEphemeralStorageLocalSsdConfigArgs
        {
            LocalSsdCount = Machine.LocalSsdGb / LocalSsdGb,
        },
        GuestAccelerators = Gpus is null ? null : [Gpus],
        ReservationAffinity = Reservation,
        ShieldedInstanceConfig = new NodePoolNodeConfigShieldedInstanceConfigArgs { EnableSecureBoot = true, EnableIntegrityMonitoring = true },
        WorkloadMetadataConfig = new NodePoolNodeConfigWorkloadMetadataConfigArgs { Mode = "GKE_METADATA" },

        // Starts containers while their images, which are large in this trade, are still coming.
        GcfsConfig = new NodePoolNodeConfigGcfsConfigArgs { Enabled = true },
        Gvnic = new NodePoolNodeConfigGvnicArgs { Enabled = true },
        Labels = Tags.ToInput(Labels),
        Taints = Taints.Count == 0 ? null : [.. Taints.Select(ToInput)],
        ResourceLabels = GcpResourceLabels.Of(context),
    };

    private static Input<NodePoolNodeConfigTaintArgs> ToInput(Taint taint) => new NodePoolNodeConfigTaintArgs
    {
        Key = taint.Key,
        Value = taint.Value,
        Effect = taint.Effect switch { TaintEffect.NoSchedule => "NO_SCHEDULE", TaintEffect.PreferNoSchedule => "PREFER_NO_SCHEDULE", _ => "NO_EXECUTE" },
    };
}
