using Strata.Platform.Catalog;

namespace Strata.Platform.Naming;

/// <summary>What the name rules were read from.</summary>
internal static class NameSources
{
    /// <summary>The patterns and texts of AWS's own service models.</summary>
    public static FactSource AwsModels { get; } = new("boto/botocore 1.43.11: botocore/data/*/service-2.json", "2026-05-20");

    public static FactSource S3 { get; } = new("https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html", "2026-11-21");

    /// <summary>The checks and descriptions of the Google provider, before they are generated into it.</summary>
    public static FactSource GoogleProvider { get; } = new("GoogleCloudPlatform/magic-modules: mmv1/products, mmv1/third_party/terraform", "2026-08-21");

    public static FactSource Gcs { get; } = FactSource.NotReread("https://docs.cloud.google.com/storage/docs/buckets#naming");

    public static FactSource GcpRest { get; } = FactSource.NotReread("the reference of the service's REST API on https://docs.cloud.google.com");

    public static FactSource Kubernetes { get; } = new("kubernetes/apimachinery: pkg/api/validate/content/dns.go", "2026-07-23");
}
