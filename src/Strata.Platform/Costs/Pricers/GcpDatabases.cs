using System.Globalization;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Databases and caches on Google Cloud.</summary>
internal static class GcpDatabases
{
    public static Pricer Pricer { get; } = new(
        ["gcp:sql/databaseInstance:DatabaseInstance", "gcp:redis/instance:Instance", "gcp:bigtable/instance:Instance", "gcp:redis/cluster:Cluster", "gcp:memorystore/instance:Instance"],
        (resource, context) => resource.TypeToken switch
        {
            "gcp:sql/databaseInstance:DatabaseInstance" => Sql(resource, context),
            "gcp:redis/instance:Instance" => [Redis(resource, context)],
            "gcp:bigtable/instance:Instance" => Bigtable(resource, context),
            _ => [CostContext.Unknown(resource, "cache", "the price of its nodes")],
        });

    /// <summary>Only custom sizes, <c>db-custom-2-7680</c>, are sold by vCPUs and MiB.</summary>
    private static IEnumerable<CostPart> Sql(Resource database, CostContext context)
    {
        var tier = database.At("settings.tier").AsText() ?? "";
        var prefix = database.At("settings.availabilityType").AsText() == "REGIONAL" ? "sql/regional-" : "sql/";
        if (tier.Split('-') is ["db", "custom", var cpus, var memory] && decimal.TryParse(cpus, NumberStyles.None, CultureInfo.InvariantCulture, out var cpu) && decimal.TryParse(memory, NumberStyles.None, CultureInfo.InvariantCulture, out var mebibytes))
        {
            yield return context.Part(database, "vCPUs of the database", $"{prefix}vcpu", Amount.Of(cpu * CostAssumptions.HoursInMonth), "hours");
            yield return context.Part(database, "memory of the database", $"{prefix}memory", Amount.Of(mebibytes / 1024 * CostAssumptions.HoursInMonth), "GiB hours");
        }
        else
        {
            yield return context.Always(database, $"{tier} database", $"{prefix}{tier}");
        }

        var disk = (database.At("settings.diskType").AsText() ?? "PD_SSD") == "PD_SSD" ? "storage-ssd" : "storage-hdd";
        yield return context.Part(database, "storage of the database", $"{prefix}{disk}", Amount.Of((decimal)(database.At("settings.diskSize").AsNumber() ?? 10)), "GB");
    }

    /// <summary>A GiB costs less in larger instances, in five steps.</summary>
    private static CostPart Redis(Resource cache, CostContext context)
    {
        var size = (decimal)(cache.At("memorySizeGb").AsNumber() ?? 1);
        var step = size switch { <= 4 => 1, <= 10 => 2, <= 35 => 3, <= 100 => 4, _ => 5 };
        var tier = cache.At("tier").AsText() == "STANDARD_HA" ? "standard" : "basic";
        return context.Part(cache, $"{tier} cache", string.Create(CultureInfo.InvariantCulture, $"redis/{tier}-m{step}"), Amount.Of(size * CostAssumptions.HoursInMonth), "GiB hours");
    }

    private static IEnumerable<CostPart> Bigtable(Resource instance, CostContext context)
    {
        foreach (var cluster in instance.At("clusters").AsItems())
        {
            var scaling = cluster.At("autoscalingConfig");
            var nodes = scaling is null
                ? Amount.Of((decimal)(cluster.At("numNodes").AsNumber() ?? 1))
                : Amount.Between((decimal)(scaling.At("minNodes").AsNumber() ?? 1), (decimal)(scaling.At("maxNodes").AsNumber() ?? 1), CostAssumptions.ShareOfScale);
            yield return context.Part(instance, "Bigtable nodes", "bigtable/node", nodes * CostAssumptions.HoursInMonth, "hours");
            yield return context.Usage(instance, "Bigtable storage", "how much is stored", $"bigtable/storage-{cluster.At("storageType").AsText()?.ToLowerInvariant() ?? "ssd"}");
        }
    }
}
