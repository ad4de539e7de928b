namespace Strata.Platform.Moves;

/// <summary>The region of another cloud that is in the same country or near it, so that prices and distances can be compared.</summary>
internal static class NearbyRegion
{
    // Where the clouds' regions are: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html and
    // https://cloud.google.com/about/locations, by their names, which both say in words.
    private static readonly (string Aws, string Gcp)[] Pairs =
    [
        ("eu-central-1", "europe-west3"), ("eu-west-1", "europe-west1"), ("eu-west-2", "europe-west2"), ("eu-west-3", "europe-west9"), ("eu-north-1", "europe-north1"),
        ("eu-south-2", "europe-southwest1"), ("us-east-1", "us-east4"), ("us-east-2", "us-east5"), ("us-west-2", "us-west1"), ("ap-northeast-1", "asia-northeast1"),
        ("ap-northeast-2", "asia-northeast3"), ("ap-south-1", "asia-south1"), ("ap-southeast-1", "asia-southeast1"), ("ap-southeast-2", "australia-southeast1"),
        ("ca-central-1", "northamerica-northeast1"), ("sa-east-1", "southamerica-east1"), ("eu-central-1", "europe-west4"), ("us-east-1", "us-central1"),
    ];

    /// <summary>Frankfurt's where a stack has no region, such as one on owned hardware.</summary>
    public static string On(Cloud cloud, string? aws, string? gcp) => cloud == Cloud.Aws
        ? aws ?? Array.Find(Pairs, pair => pair.Gcp == gcp).Aws ?? "eu-central-1"
        : gcp ?? Array.Find(Pairs, pair => pair.Aws == aws).Gcp ?? "europe-west3";
}
