using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>What a queue's config cannot ask of Google Cloud Batch.</summary>
internal static class GcpBatchRules
{
    private const string What = "a queue on Google Cloud Batch";

    /// <summary>The size of the image machines boot, in GiB.</summary>
    private const int LeastDisk = 30;

    /// <summary>How long a task may run (https://cloud.google.com/batch/quotas, read 2026).</summary>
    private static readonly Duration LongestTask = Duration.FromDays(14);

    public static void Check(Batch config, ComponentContext context)
    {
        if (config.Shares.Count > 0)
        {
            Refuse(config, context, nameof(config.Shares), "shares", "Batch has no queues that teams could share: every job has machines of its own.", "Give each team a queue of its own with its own 'max', or use 'cloud: kubernetes', where Kueue shares out a cluster.");
        }

        if (config.Cluster is not null)
        {
            Refuse(config, context, nameof(config.Cluster), "cluster", "Its jobs run on machines of their own and on no cluster.", "Remove it, or set 'cloud: kubernetes' for a queue on a cluster.");
        }

        if (config.Machine.Tpu is not null)
        {
            Refuse(config, context, nameof(config.Machine), "tpu", "Slices of TPUs are had as nodes of a cluster here.", "Use a pool with 'tpu', and a queue on its cluster.");
        }

        if (config.Timeout.CompareTo(LongestTask) > 0)
        {
            Refuse(config, context, nameof(config.Timeout), $"timeout: {config.Timeout}", $"Batch ends tasks after {LongestTask}.", "Let the job save its state and go on in another.");
        }

        if (config.Disk.WholeGibibytes < LeastDisk)
        {
            context.Diagnostics.Add(GcpComputeErrors.DiskTooSmall(config.SpanOf(nameof(config.Disk)), config.Disk.ToString(), $"{LeastDisk}Gi"));
        }
    }

    private static void Refuse(Batch config, ComponentContext context, string property, string name, string reason, string hint) =>
        context.Diagnostics.Add(ComputeErrors.NotThere(config.SpanOf(property), name, What, reason, hint));
}
