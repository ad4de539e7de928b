using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>What the config of machines cannot ask of Compute Engine.</summary>
internal static class GcpInstancesRules
{
    /// <summary>The size of the deep learning image, in GiB, and of the others.</summary>
    private const int LeastForLearning = 50, Least = 10;

    public static void Check(Instances config, ComponentContext context, string image)
    {
        if (config.Min > config.Max)
        {
            context.Diagnostics.Add(ComputeErrors.MinAboveMax(config.SpanOf(nameof(config.Min)), context.Name, config.Min, config.Max));
        }

        if (config.Machine.Tpu is not null)
        {
            Refuse(config, context, nameof(config.Machine), "tpu", "a machine without a cluster", "Slices of TPUs are had as nodes of a cluster here.", "Use a pool with 'tpu'.");
        }

        if (config.Image is { } own && own.StartsWith("ami-", StringComparison.Ordinal))
        {
            Refuse(config, context, nameof(config.Image), own, "a machine on Google Cloud", "It is an image of AWS.", "Name one of Google Cloud, such as 'projects/debian-cloud/global/images/family/debian-12'.");
        }

        if (config.Max > 1)
        {
            CheckGroup(config, context);
        }

        var least = image == GcpImages.DeepLearning ? LeastForLearning : Least;
        if (config.Disk.WholeGibibytes < least)
        {
            context.Diagnostics.Add(GcpComputeErrors.DiskTooSmall(config.SpanOf(nameof(config.Disk)), config.Disk.ToString(), $"{least}Gi"));
        }
    }

    private static void CheckGroup(Instances config, ComponentContext context)
    {
        const string What = "a group of machines on Google Cloud";
        if (config.Min == 0)
        {
            Refuse(config, context, nameof(config.Min), "min: 0", What, "It grows with the load of its machines, and without machines there is no load.", "Set 'min: 1', or use a pool or a batch queue, which begin with none.");
        }

        if (config.OffHours is not null)
        {
            Refuse(config, context, nameof(config.OffHours), "offHours", What, "Its schedules are for single machines; a group would start what they stop.", "Use single machines, or a batch queue, which costs nothing between jobs.");
        }
    }

    private static void Refuse(Instances config, ComponentContext context, string property, string name, string what, string reason, string hint) =>
        context.Diagnostics.Add(ComputeErrors.NotThere(config.SpanOf(property), name, what, reason, hint));
}
