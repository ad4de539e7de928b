using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>What is wrong with a pool on any cloud.</summary>
internal static class PoolRules
{
    public static void Check(Pool config, ComponentContext context, MachineChoice choice)
    {
        if (config.Min > config.Max)
        {
            context.Diagnostics.Add(ComputeErrors.MinAboveMax(config.SpanOf(nameof(config.Min)), context.Name, config.Min, config.Max));
        }

        if (config.Min > 0 && choice.Machine.Accelerator is not null && context.Stack.Config.Environment == DeploymentEnvironment.Dev)
        {
            context.Diagnostics.Add(ComputeErrors.IdleAccelerators(config.SpanOf(nameof(config.Min)), context.Name, config.Min, choice.Machine.Name));
        }

        CheckSharing(config, context, choice.Machine.Accelerator?.Accelerator);
        if (config.Spot && config.Reservation is not null)
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Reservation)), "reservation", "a pool on spot",
                "Spot is the capacity that is left over, and a reservation is capacity that is kept and paid.",
                "Set 'spot: false', or remove the reservation."));
        }
    }

    /// <summary>Whether the GPU, if any, can be shared as asked.</summary>
    public static void CheckSharing(Pool config, ComponentContext context, Accelerator? gpu)
    {
        if (config.Sharing is not { } sharing)
        {
            return;
        }

        if (gpu is not { Kind: AcceleratorKind.NvidiaGpu })
        {
            context.Diagnostics.Add(ComputeErrors.NotThere(
                config.SpanOf(nameof(config.Sharing)), "sharing", "a pool without NVIDIA GPUs",
                "There is nothing that several pods could share.",
                "Remove it, or ask for a GPU under 'machine'."));
        }
        else if (sharing.Strategy == GpuSharingStrategy.Mig && MigProfiles.Of(gpu.Name) is var profiles && (sharing.Partition is null || !profiles.Contains(sharing.Partition)))
        {
            context.Diagnostics.Add(KubernetesComputeErrors.NoSuchPartition(sharing.SpanOf(nameof(sharing.Partition)), config.Name, gpu.Name, sharing.Partition ?? "", profiles));
        }
    }
}
