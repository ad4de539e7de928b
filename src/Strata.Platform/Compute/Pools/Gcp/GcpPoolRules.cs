using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What a pool's config cannot ask of GKE.</summary>
internal static class GcpPoolRules
{
    /// <summary>What GKE needs for a node's system alone, in GiB (the API refuses less).</summary>
    private const int LeastDisk = 10;

    /// <summary>Most nodes of a compact placement.</summary>
    private const int MostCompact = 1_500;

    /// <summary>Machines that can be placed close together (https://cloud.google.com/kubernetes-engine/docs/how-to/compact-placement, read 2026).</summary>
    private static readonly string[] Compactable = ["a2", "a3", "a4", "c2", "c2d", "c3", "c3d", "c4", "c4a", "c4d", "g2", "g4", "h3", "h4d", "n2", "n2d"];

    public static void Check(Pool config, ComponentContext context, MachineChoice choice)
    {
        if (config.Queued)
        {
            CheckQueue(config, context, choice);
        }

        if (config.Compact)
        {
            CheckPlacement(config, context, choice);
        }

        if (choice.Hosts > 1 && (config.Max % choice.Hosts != 0 || config.Min % choice.Hosts != 0))
        {
            var at = config.SpanOf(config.Max % choice.Hosts != 0 ? nameof(config.Max) : nameof(config.Min));
            context.Diagnostics.Add(GcpComputeErrors.NotWholeSlices(at, context.Name, choice.Slice!.Topology, choice.Hosts, config.Min, config.Max));
        }

        if (choice.Slice is not null && config.Zones.Count > 1)
        {
            Refuse(config, context, nameof(config.Zones), "zones", "a pool of TPUs", "The hosts of a slice are wired to each other in one zone.", "Name one zone.");
        }

        if (config.Disk.WholeGibibytes < LeastDisk)
        {
            context.Diagnostics.Add(GcpComputeErrors.DiskTooSmall(config.SpanOf(nameof(config.Disk)), config.Disk.ToString(), $"{LeastDisk}Gi"));
        }
    }

    private static void CheckQueue(Pool config, ComponentContext context, MachineChoice choice)
    {
        const string What = "a pool that waits in the queue";
        if (config.Min > 0)
        {
            Refuse(config, context, nameof(config.Min), "min", What, "Its nodes come together for one job and go when it ends, so that none can be kept.", "Set 'min: 0', or 'queued: false'.");
        }

        if (config.Reservation is not null)
        {
            Refuse(config, context, nameof(config.Reservation), "reservation", What, "What is reserved is there already, and the queue is for what is not.", "Remove one of the two.");
        }

        if (config.Spot)
        {
            Refuse(config, context, nameof(config.Spot), "spot", What, "The queue hands out nodes that stay until the job ends, at a price of their own.", "Set 'spot: false', or 'queued: false'.");
        }

        if (config.Compact && choice.Slice is null)
        {
            Refuse(config, context, nameof(config.Compact), "compact", What, "Google hands out nodes of the queue without saying how close they are.", "Remove it, or set 'queued: false'.");
        }

        if (choice.Machine.Accelerator is null)
        {
            Refuse(config, context, nameof(config.Queued), "queued", "a pool without accelerators", "Dynamic Workload Scheduler hands out GPUs and TPUs.", "Remove it: nodes without accelerators come at once.");
        }
    }

    private static void CheckPlacement(Pool config, ComponentContext context, MachineChoice choice)
    {
        const string What = "a pool of nodes close together";
        if (choice.Slice is not null)
        {
            Refuse(config, context, nameof(config.Compact), "compact", "a pool of TPUs", "The hosts of a slice are next to each other in any case.", "Remove it.");
        }
        else if (!Compactable.Contains(choice.Machine.Name.Split('-')[0]))
        {
            Refuse(
                config, context, nameof(config.Compact), "compact", $"machines of type '{choice.Machine.Name}'", "Google does not place them by distance.",
                $"Remove it, or name a type of {string.Join(", ", Compactable)} under 'machine'.");
        }

        if (config.Zones.Count > 1)
        {
            Refuse(config, context, nameof(config.Zones), "zones", What, "They are in one zone, or they would not be close.", "Name one zone, or remove 'compact'.");
        }

        if (config.Max > MostCompact)
        {
            Refuse(config, context, nameof(config.Max), "max", What, $"Google places {MostCompact} at most.", $"Set 'max: {MostCompact}' or less, or remove 'compact'.");
        }
    }

    private static void Refuse(Pool config, ComponentContext context, string property, string name, string what, string reason, string hint) =>
        context.Diagnostics.Add(ComputeErrors.NotThere(config.SpanOf(property), name, what, reason, hint));
}
