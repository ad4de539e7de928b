using System.Collections.Immutable;
using Strata.Platform.Catalog;

namespace Strata.Platform.Naming;

/// <summary>What resources of GCP may be called.</summary>
public static class GcpNames
{
    private static readonly FactSource Rest = NameSources.GcpRest;
    private static readonly FactSource Provider = NameSources.GoogleProvider;

    public static NameRule Bucket { get; } = new("Cloud Storage bucket", 63, "-_", NameSources.Gcs)
    {
        MinLength = 3,
        IsGlobal = true,
        Forbidden = ["google", "g00gle"],
        ForbiddenStarts = ["goog"],
    };

    public static NameRule ServiceAccount { get; } = Rfc1035("service account", 30, Provider) with { MinLength = 6 };

    public static NameRule GkeCluster { get; } = Rfc1035("GKE cluster", 40, Provider);

    public static NameRule GkeNodePool { get; } = Rfc1035("GKE node pool", 40, Provider);

    /// <summary>Network, subnetwork, router, NAT, firewall rule, address, disk, instance, template, group, autoscaler, health check, reservation, resource policy.</summary>
    public static NameRule Compute { get; } = Rfc1035("Compute Engine resource", 63, Provider);

    public static NameRule ArtifactRepository { get; } = Rfc1035("Artifact Registry repository", 63, Rest);

    /// <summary>Key ring and key. A key ring can never be deleted, so its name should outlive the stack.</summary>
    public static NameRule Kms { get; } = new("KMS key ring or key", 63, "-_", Rest) { MixedCase = true };

    public static NameRule BigQueryDataset { get; } = new("BigQuery dataset", 1024, "_", Provider) { MixedCase = true };

    public static NameRule BigQueryConnection { get; } = new("BigQuery connection", 63, "-_", Provider) { MixedCase = true };

    /// <summary>With the project id and a colon before it at most 98 characters, and a project id has at most 30.</summary>
    public static NameRule SqlInstance { get; } = Rfc1035("Cloud SQL instance", 67, FactSource.NotReread("https://docs.cloud.google.com/sql/docs/postgres/instance-settings"));

    public static NameRule Composer { get; } = Rfc1035("Composer environment", 64, Rest);

    public static NameRule Workbench { get; } = Rfc1035("Workbench instance", 63, Rest);

    /// <summary>Cluster, configuration and workstation.</summary>
    public static NameRule Workstations { get; } = Rfc1035("Cloud Workstations resource", 63, Rest);

    public static NameRule Filestore { get; } = Rfc1035("Filestore instance", 63, Rest);

    public static NameRule FilestoreShare { get; } = new("Filestore share", 16, "_", Provider) { LetterFirst = true };

    public static NameRule Lustre { get; } = Rfc1035("Managed Lustre instance", 63, Provider);

    public static NameRule LustreFileSystem { get; } = new("Lustre file system", 8, "", Rest) { LetterFirst = true };

    /// <summary>Feature group, feature, online store and feature view.</summary>
    public static NameRule VertexFeature { get; } = new("Vertex AI feature resource", 60, "_", Provider) { LetterFirst = true };

    /// <summary>Deployment resource pool, persistent resource, tensorboard and metadata store ids.</summary>
    public static NameRule Vertex { get; } = Rfc1035("Vertex AI resource", 63, Rest);

    public static NameRule Workflow { get; } = new("workflow", 64, "-_", Rest) { LetterFirst = true, MixedCase = true };

    public static NameRule SchedulerJob { get; } = new("Cloud Scheduler job", 500, "-_", Provider) { MixedCase = true };

    public static NameRule PubSub { get; } = new("Pub/Sub topic or subscription", 255, "-_.~+%", Rest) { MinLength = 3, LetterFirst = true, MixedCase = true, ForbiddenStarts = ["goog"] };

    public static NameRule Secret { get; } = new("Secret Manager secret", 255, "-_", Rest) { MixedCase = true };

    /// <summary>Fewer than 50 characters.</summary>
    public static NameRule CloudRun { get; } = Rfc1035("Cloud Run service", 49, Rest);

    public static NameRule Redis { get; } = Rfc1035("Memorystore instance", 40, Provider);

    public static NameRule Bigtable { get; } = Rfc1035("Bigtable instance", 33, Rest) with { MinLength = 6 };

    public static NameRule BigtableCluster { get; } = Rfc1035("Bigtable cluster", 30, Rest) with { MinLength = 6 };

    public static NameRule Firestore { get; } = Rfc1035("Firestore database", 63, Provider) with { MinLength = 4 };

    /// <summary>Pool and provider.</summary>
    public static NameRule WorkloadIdentity { get; } = Rfc1035("workload identity pool or provider", 32, Provider) with { MinLength = 4, ForbiddenStarts = ["gcp-"] };

    /// <summary>An id of a deleted role is not free again for 37 days.</summary>
    public static NameRule CustomRole { get; } = new("custom role", 64, "_.", Provider) { MinLength = 3, MixedCase = true };

    public static NameRule LogSink { get; } = new("log sink", 100, "-_.", Provider) { MixedCase = true };

    public static NameRule BatchJob { get; } = Rfc1035("Batch job", 63, Rest);

    public static NameRule Dataplex { get; } = Rfc1035("Dataplex lake or zone", 63, Rest);

    public static NameRule Dataproc { get; } = Rfc1035("Dataproc cluster", 52, Rest);

    public static NameRule DataprocPolicy { get; } = new("Dataproc autoscaling policy", 50, "-_", Rest) { MinLength = 3, MixedCase = true };

    public static NameRule DnsZone { get; } = Rfc1035("DNS zone", 63, Rest);

    public static ImmutableArray<NameRule> All { get; } =
    [
        Bucket, ServiceAccount, GkeCluster, GkeNodePool, Compute, ArtifactRepository, Kms, BigQueryDataset, BigQueryConnection, SqlInstance, Composer, Workbench,
        Workstations, Filestore, FilestoreShare, Lustre, LustreFileSystem, VertexFeature, Vertex, Workflow, SchedulerJob, PubSub, Secret,
        CloudRun, Redis, Bigtable, BigtableCluster, Firestore, WorkloadIdentity, CustomRole, LogSink, BatchJob, Dataplex, Dataproc, DataprocPolicy, DnsZone,
    ];

    /// <summary><c>[a-z]([-a-z0-9]*[a-z0-9])?</c></summary>
    private static NameRule Rfc1035(string what, int max, FactSource source) => new(what, max, "-", source) { LetterFirst = true };
}
