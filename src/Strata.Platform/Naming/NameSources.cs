using Strata.Platform.Catalog;

namespace Strata.Platform.Naming;

/// <summary>What the name rules were read from.</summary>
internal static class NameSources
{
    /// <summary>The patterns and texts of AWS's own service models.</summary>
    public static FactSource AwsModels { get; } = new("boto/botocore 1.43.11: botocore/data/*/service-2.json", "2026-05-20");

    public static FactSource S3 { get; } = new("https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html", "2025-11-01");

    public static FactSource Compute { get; } = new("https://docs.cloud.google.com/compute/docs/naming-resources", "2025-11-01");

    public static FactSource Gcs { get; } = new("https://docs.cloud.google.com/storage/docs/buckets#naming", "2025-11-01");

    public static FactSource Gke { get; } = new("https://docs.cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters", "2025-11-01");

    public static FactSource Iam { get; } = new("https://docs.cloud.google.com/iam/docs/service-accounts-create", "2025-11-01");

    public static FactSource GcpRest { get; } = new("the reference of the service's REST API on https://docs.cloud.google.com", "2025-11-01");

    public static FactSource Kubernetes { get; } = new("https://kubernetes.io/docs/concepts/overview/working-with-objects/names/", "2025-11-01");
}
