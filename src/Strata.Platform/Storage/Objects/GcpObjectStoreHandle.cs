using Strata.Gcp.Storage;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A Cloud Storage bucket for others to use.</summary>
/// <param name="Topic">The Pub/Sub topic that hears of new objects; null where the store has no events.</param>
internal sealed record GcpObjectStoreHandle(Input<string> Bucket, Input<string>? Topic)
    : ObjectStoreHandle(Bucket, Output.Format($"gs://{Bucket}"))
{
    // Clients ask for the bucket itself before they ask for its objects, which the roles for objects do not allow.
    private const string BucketReader = "roles/storage.legacyBucketReader";

    public override ValueMap Outputs => new() { ["bucket"] = Bucket, ["url"] = Url, ["topic"] = Topic is null ? null : (Value)Topic };

    public override void Grant(Scope scope, string name, Input<string> member, AccessLevel level)
    {
        foreach (var role in new[] { level == AccessLevel.Write ? "roles/storage.objectUser" : "roles/storage.objectViewer", BucketReader })
        {
            scope.Add(new BucketIAMMember($"{name}-{GcpProjectRoles.ShortName(role)}") { Bucket = Bucket, Role = role, Member = member });
        }
    }
}
