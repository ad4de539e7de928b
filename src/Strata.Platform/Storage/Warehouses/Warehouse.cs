using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>Tables to query: Athena or Redshift on AWS, BigQuery on Google Cloud, Postgres on Kubernetes, or Snowflake by reference.</summary>
public sealed record Warehouse : StorageConfig
{
    [Description("The system. Athena on AWS, BigQuery on Google Cloud and Postgres on Kubernetes when left out.")]
    public WarehouseEngine? Engine { get; init; }

    [Description("The object store with the tables' data (Athena) or the backups (Postgres on Kubernetes), the stack's only one when left out; or with files to make tables over (BigQuery).")]
    public Ref<ObjectStore>? Lake { get; init; }

    [Description("How much one query may read (Athena).")]
    public ByteSize ScanLimit { get; init; } = ByteSize.FromGibibytes(1024);

    [Description("Base capacity in Redshift processing units (Redshift): 8 to 1024 in steps of 8.")]
    [Bounds(8, 1024)]
    [PerEnvironment("8", "32")]
    public int Capacity { get; init; }

    [Description("Days after which tables are deleted (BigQuery); kept for ever when left out.")]
    [Bounds(1, 36_500)]
    [PerEnvironment("90", "")]
    public int? TablesExpireAfterDays { get; init; }

    [Description("How much it holds (Postgres).")]
    public ByteSize Size { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The cluster it runs on (Postgres). The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The account of a warehouse that exists outside (Snowflake).")]
    public SnowflakeAccount? Snowflake { get; init; }
}

/// <summary>A system of tables.</summary>
public enum WarehouseEngine
{
    Athena,
    Redshift,
    Bigquery,
    Postgres,

    /// <summary>Not made by Strata: reached by reference.</summary>
    Snowflake,
}
