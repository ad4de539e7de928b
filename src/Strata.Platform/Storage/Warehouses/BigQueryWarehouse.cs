using Strata.Gcp.BigQuery;
using Strata.Gcp.BigQuery.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Tables as a BigQuery dataset in the stack's region, and a connection to the lake where there is one.</summary>
internal static class BigQueryWarehouse
{
    private const long MillisecondsPerDay = 86_400_000;

    public static BigQueryHandle Expand(Warehouse config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var key = gcp.Keys.IdFor("tables");
        var dataset = context.Scope.Add(new Dataset(context.Name, context.HoldsData with { DependsOn = [gcp.Api("bigquery")] })
        {
            DatasetId = context.Named(GcpNames.BigQueryDataset),
            FriendlyName = context.Name,
            Location = gcp.Region,
            DefaultTableExpirationMs = config.TablesExpireAfterDays is { } days ? Input.FromValue<int>(days * MillisecondsPerDay) : null,
            DefaultEncryptionConfiguration = key is null ? null : new DatasetDefaultEncryptionConfigurationArgs { KmsKeyName = key },
            MaxTimeTravelHours = context.IsProd ? "168" : "48",
            DeleteContentsOnDestroy = !context.IsProd,
        });
        return new BigQueryHandle(config, gcp, gcp.Region, dataset.DatasetId, config.Lake is { } lake ? Connection(context, lake) : null);
    }

    private static Connection? Connection(ComponentContext context, Ref<ObjectStore> lake)
    {
        var store = context.Use<ObjectStoreHandle>(lake);
        if (store is not GcpObjectStoreHandle)
        {
            var cloud = context.Stack.CloudOf(context.Stack.Components.First(c => c is ObjectStore && c.Name == lake.Name));
            context.Diagnostics.Add(GcpStorageErrors.LakeElsewhere(lake.Span, context.Name, lake.Name, cloud.Title()));
            return null;
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var name = $"{context.Name}-lake";
        var connection = context.Scope.Add(new Connection(name, new ResourceOptions { DependsOn = [gcp.Api("bigqueryconnection")] })
        {
            ConnectionId = context.Named(GcpNames.BigQueryConnection, "lake"),
            Location = gcp.Region,
            CloudResource = new ConnectionCloudResourceArgs(),
        });
        var reader = connection.GetOutput<string>("cloudResource.serviceAccountId");
        store.Grant(context.Scope, name, Output.Format($"serviceAccount:{reader}"), AccessLevel.Read);
        return connection;
    }
}
