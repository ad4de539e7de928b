using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Databases and caches on AWS.</summary>
internal static class AwsDatabases
{
    public static Pricer Pricer { get; } = new(
        ["aws:rds/instance:Instance", "aws:rds/clusterInstance:ClusterInstance", "aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/serverlessCache:ServerlessCache", "aws:redshiftserverless/workgroup:Workgroup"],
        PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource database, CostContext context)
    {
        switch (database.TypeToken)
        {
            case "aws:rds/instance:Instance":
                var suffix = database.At("multiAz").IsTrue() ? "-multi-az" : "";
                var type = database.At("instanceClass").AsText() ?? "an unnamed class";
                yield return context.Always(database, $"{type} database", $"rds{suffix}/{type}");
                yield return context.Part(
                    database,
                    "storage of the database",
                    $"rds-storage{suffix}/{database.At("storageType").AsText() ?? "gp3"}",
                    new Amount(Size(database, "allocatedStorage"), Size(database, "allocatedStorage"), Math.Max(Size(database, "allocatedStorage"), Size(database, "maxAllocatedStorage"))),
                    "GB");
                break;
            case "aws:rds/clusterInstance:ClusterInstance":
                yield return context.Always(database, $"{database.At("instanceClass").AsText()} database", $"rds/{database.At("instanceClass").AsText()}");
                break;
            case "aws:elasticache/replicationGroup:ReplicationGroup":
                var node = database.At("nodeType").AsText() ?? "an unnamed type";
                var count = (decimal)((database.At("numNodeGroups").AsNumber() ?? 1) * ((database.At("replicasPerNodeGroup").AsNumber() ?? 0) + 1));
                yield return context.Part(database, $"{node} nodes", $"elasticache-{database.At("engine").AsText() ?? "redis"}/{node}", Amount.Of(Math.Max(count, (decimal)(database.At("numCacheClusters").AsNumber() ?? 1)) * CostAssumptions.HoursInMonth), "hours");
                break;
            case "aws:elasticache/serverlessCache:ServerlessCache":
                yield return context.Usage(database, "serverless cache", "how much is stored and asked for");
                break;
            default:
                // It sleeps when no query runs, and at its base when one does.
                var capacity = (decimal)(database.At("baseCapacity").AsNumber() ?? 128);
                yield return context.Part(database, "warehouse capacity", "redshift-serverless/rpu", new Amount(0, CostAssumptions.WorkHours, CostAssumptions.HoursInMonth) * capacity, "RPU hours");
                break;
        }
    }

    private static decimal Size(Resource database, string path) => (decimal)(database.At(path).AsNumber() ?? 0);
}
