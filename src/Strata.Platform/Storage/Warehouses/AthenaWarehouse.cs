using Strata.Aws.Athena;
using Strata.Aws.Athena.Inputs;
using Strata.Aws.Glue;
using Strata.Aws.Glue.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A warehouse as Athena over the tables that a Glue crawler finds in an object store.</summary>
internal static class AthenaWarehouse
{
    /// <summary>Below the lake: what Athena writes query results to. The lake's lifecycle deletes what lies under tmp/.</summary>
    private const string Results = "tmp/athena/";

    /// <summary>Below the lake: where tables lie.</summary>
    private const string Tables = "tables/";

    public static AthenaHandle Expand(Warehouse config, ComponentContext context)
    {
        var name = context.Name;
        var scope = context.Scope;
        var lake = context.Choose<ObjectStore, AwsObjectStoreHandle>(config, config.Lake, nameof(Warehouse.Lake));
        var database = scope.Add(new CatalogDatabase(name, context.HoldsData)
        {
            Name = context.Named(AwsNames.GlueDatabase),
            Description = $"Tables of {name} ({context.Stack.Name})",
            LocationUri = Output.Format($"{lake.Url}/{Tables}"),
        });
        var role = AwsRole.Add(scope, context.Expansion, $"{name}-crawler-role", [name, "crawler"], PolicyStatement.Trust("glue.amazonaws.com"), ["arn:aws:iam::aws:policy/service-role/AWSGlueServiceRole"], lake.StatementsFor(AccessLevel.Read));
        scope.Add(new Crawler($"{name}-crawler")
        {
            Name = context.Named(AwsNames.GlueCrawler),
            DatabaseName = database.Name,
            Role = role.Arn,
            S3Targets = [new CrawlerS3TargetArgs { Path = Output.Format($"{lake.Url}/{Tables}") }],
            Schedule = "cron(0 2 * * ? *)",
            SchemaChangePolicy = new CrawlerSchemaChangePolicyArgs { DeleteBehavior = "LOG", UpdateBehavior = "UPDATE_IN_DATABASE" },
            RecrawlPolicy = new CrawlerRecrawlPolicyArgs { RecrawlBehavior = "CRAWL_EVERYTHING" },
        });
        var workgroup = scope.Add(new Workgroup($"{name}-workgroup")
        {
            Name = context.Named(AwsNames.AthenaWorkgroup),
            ForceDestroy = !context.IsProd,
            Configuration = new WorkgroupConfigurationArgs
            {
                BytesScannedCutoffPerQuery = BytesScanned(config),
                EnforceWorkgroupConfiguration = true,
                PublishCloudwatchMetricsEnabled = true,
                ResultConfiguration = new WorkgroupConfigurationResultConfigurationArgs
                {
                    OutputLocation = Output.Format($"{lake.Url}/{Results}"),
                    EncryptionConfiguration = new WorkgroupConfigurationResultConfigurationEncryptionConfigurationArgs
                    {
                        EncryptionOption = lake.Key is null ? "SSE_S3" : "SSE_KMS",
                        KmsKeyArn = lake.Key,
                    },
                },
            },
        });
        return new AthenaHandle(config, workgroup, database, lake, context.Expansion.Foundations.Aws);
    }

    /// <summary>The SDK takes a 32-bit number, the engine's protocol any whole one up to 2^53; Athena wants at least 10 MB.</summary>
    private static Input<int> BytesScanned(Warehouse config) => Input.FromValue<int>(new NumberValue(Math.Max(config.ScanLimit.Bytes, 10_485_760)));
}
