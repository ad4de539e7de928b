using Strata.Gcp.Container.Inputs;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>The GPUs of a pool's nodes: with drivers, so that they are of use, and shared as the file says.</summary>
internal static class GkeGpus
{
    /// <summary>
    /// Parts with twice the memory of the smallest, which GKE has for newer GPUs only
    /// (GoogleCloudPlatform/container-engine-accelerators: partition_gpu/partition_gpu.go, read 2026).
    /// </summary>
    private static readonly (string Gpu, string Profile)[] NotOnGke = [("a100", "1g.10gb"), ("a100-80gb", "1g.20gb")];

    /// <summary>Null for nodes without GPUs.</summary>
    public static NodePoolNodeConfigGuestAcceleratorArgs? For(Pool config, MachineChoice choice, ComponentContext context)
    {
        if (choice.Machine.Accelerator is not { Accelerator.Kind: AcceleratorKind.NvidiaGpu } gpu)
        {
            return null;
        }

        CheckSharing(config, gpu.Accelerator, context);
        return new NodePoolNodeConfigGuestAcceleratorArgs
        {
            Type = gpu.CloudName,
            Count = gpu.Count,
            GpuDriverInstallationConfig = new NodePoolNodeConfigGuestAcceleratorGpuDriverInstallationConfigArgs { GpuDriverVersion = "LATEST" },
            GpuPartitionSize = config.Sharing is { Strategy: GpuSharingStrategy.Mig } mig ? mig.Partition : null,
            GpuSharingConfig = config.Sharing is not { Strategy: GpuSharingStrategy.TimeSlicing } slices ? null : new NodePoolNodeConfigGuestAcceleratorGpuSharingConfigArgs
            {
                GpuSharingStrategy = "TIME_SHARING",
                MaxSharedClientsPerGpu = slices.Replicas,
            },
        };
    }

    /// <summary>On top of what no such GPU can do anywhere.</summary>
    private static void CheckSharing(Pool config, Accelerator gpu, ComponentContext context)
    {
        if (config.Sharing is { Strategy: GpuSharingStrategy.Mig, Partition: { } partition } sharing && NotOnGke.Contains((gpu.Name, partition)))
        {
            context.Diagnostics.Add(KubernetesComputeErrors.NoSuchPartition(
                sharing.SpanOf(nameof(sharing.Partition)), config.Name, gpu.Name, partition, [.. MigProfiles.Of(gpu.Name).Where(profile => profile != partition)]));
        }
    }
}
