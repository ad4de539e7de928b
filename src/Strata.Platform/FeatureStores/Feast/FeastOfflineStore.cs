using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>The offline part of feature_store.yaml (Feast documentation, "Offline stores"), for the storage it is given.</summary>
internal static class FeastOfflineStore
{
    private static readonly string[] Possible = ["athena", "bigquery", "postgres on a cluster", "an object store with Parquet files"];

    /// <exception cref="ExpansionStoppedException">Feast cannot read it with what the stack makes; why is among the diagnostics.</exception>
    public static ValueMap Of(FeastConfig config, ComponentContext context, StorageHandle offline)
    {
        switch (offline)
        {
            case AthenaHandle athena:
                return new()
                {
                    ["type"] = "athena",
                    ["region"] = athena.Aws.Region,
                    ["database"] = athena.Database.Name,
                    ["data_source"] = "AwsDataCatalog",
                    ["workgroup"] = athena.Workgroup.Name,
                    ["s3_staging_location"] = Output.Format($"{athena.Lake.Url}/tmp/feast").Value,
                };

            case BigQueryHandle bigQuery:
                return new() { ["type"] = "bigquery", ["project_id"] = context.Expansion.Foundations.Gcp.Project, ["dataset"] = bigQuery.Dataset, ["location"] = bigQuery.Location };

            case KubernetesPostgresHandle postgres:
                return new()
                {
                    ["type"] = "postgres",
                    ["host"] = postgres.Host,
                    ["port"] = 5432,
                    ["database"] = postgres.Database,
                    ["db_schema"] = "public",
                    ["user"] = Variable(postgres, "USER"),
                    ["password"] = Variable(postgres, "PASSWORD"),
                };

            case ObjectStoreHandle:
                return new() { ["type"] = "duckdb" };

            case RedshiftHandle:
                throw Refuse("Redshift", "Feast loads and unloads it through a role that the Redshift namespace would have to be given.");

            case SnowflakeHandle:
                throw Refuse("Snowflake", "Feast signs in there with a user and a password, which the stack does not have.");

            default:
                throw Refuse("this storage", "Feast signs in to Postgres with a password, and here only identities may sign in.");
        }

        ExpansionStoppedException Refuse(string store, string reason)
        {
            context.Diagnostics.Add(FeatureStoreErrors.StoreNotPossible(config.SpanOf(nameof(config.Offline)), config.Name, "offline", store, context.Cloud.Title(), reason, Possible));
            return new ExpansionStoppedException();
        }
    }

    /// <summary>The environment variable that the pods' identity sets; Feast puts its value in.</summary>
    private static string Variable(KubernetesPostgresHandle postgres, string what) => $"${{{postgres.Config.Name.ToUpperInvariant().Replace('-', '_')}_{what}}}";
}
