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

    /// <summary>Null for nodes without GPUs. What cannot be shared is reported.</summary>
    public static NodePoolNodeConfigGuestAcceleratorArgs? For(Pool config, MachineChoice choice, ComponentContext context)
    {
        var gpu = choice.Machine.Accelerator is { Accelerator.Kind: AcceleratorKind.NvidiaGpu } found ? found : null;
        CheckSharing(config, gpu?.Accelerator, context);
        return gpu is null ? null : new NodePoolNodeConfigGuestAcceleratorArgs
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

    private static void CheckSharing(Pool config, Accelerator? gpu, ComponentContext context)
    {
        if (config.Sharing is not { } sharing)
        {
            return;
        }

        if (gpu is null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Sharing)), "sharing", "a pool without NVIDIA GPUs",
                "There is nothing that several pods could share.", "Remove it, or ask for a GPU under 'machine'."));
        }
        else if (sharing.Strategy == GpuSharingStrategy.Mig && ProfilesOf(gpu) is var profiles && (sharing.Partition is not { } partition || !profiles.Contains(partition)))
        {
            context.Diagnostics.Add(KubernetesComputeErrors.NoSuchPartition(sharing.SpanOf(nameof(sharing.Partition)), config.Name, gpu.Name, sharing.Partition ?? "", profiles));
        }
    }

    private static IReadOnlyList<string> ProfilesOf(Accelerator gpu) => [.. MigProfiles.Of(gpu.Name).Where(profile => !NotOnGke.Contains((gpu.Name, profile)))];
}
