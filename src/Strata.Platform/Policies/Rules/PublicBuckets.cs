using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Buckets that could be opened to the internet.</summary>
internal static class PublicBuckets
{
    private static readonly string[] Blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public static PolicyRule Rule { get; } = new(
        "STR700",
        "public-buckets",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "S3 buckets without a public access block of all four kinds; Google Cloud Storage buckets without enforced public access prevention or without uniform access.",
        "A bucket that can be made public sooner or later is, and its data is then anybody's.")
    {
        Types = ["aws:s3/bucket:Bucket", "gcp:storage/bucket:Bucket"],
        OfResource = (bucket, context) => bucket.TypeToken.StartsWith("aws:", StringComparison.Ordinal) ? OnAws(bucket, context) : OnGcp(bucket),
    };

    private static IEnumerable<PolicyViolation> OnAws(Resource bucket, PolicyContext context)
    {
        var block = context.UsersOf(bucket, "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock").FirstOrDefault();
        var open = Blocks.Where(name => !(block?.At(name)).IsTrue()).ToList();
        if (open.Count > 0)
        {
            yield return new(null, $"The bucket '{bucket.LogicalName}' may become public: {string.Join(", ", open)} {(open.Count == 1 ? "is" : "are")} not set. Give it a BucketPublicAccessBlock with all four set.");
        }
    }

    private static IEnumerable<PolicyViolation> OnGcp(Resource bucket)
    {
        if (bucket.At("publicAccessPrevention").AsText() != "enforced")
        {
            yield return new("publicAccessPrevention", $"The bucket '{bucket.LogicalName}' may become public. Set 'publicAccessPrevention' to 'enforced'.");
        }

        if (!bucket.At("uniformBucketLevelAccess").IsTrue())
        {
            yield return new("uniformBucketLevelAccess", $"Single objects of the bucket '{bucket.LogicalName}' may become public, each by its own list of readers. Set 'uniformBucketLevelAccess' to true.");
        }
    }
}
