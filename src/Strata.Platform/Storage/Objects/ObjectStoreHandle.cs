using Strata.Graph;

namespace Strata.Platform.Storage;

/// <summary>A bucket for others to use.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Url">Where it is: <c>s3://…</c> or <c>gs://…</c>.</param>
internal abstract record ObjectStoreHandle(Input<string> Bucket, Input<string> Url) : StorageHandle
{
    public override ValueMap Outputs => new() { ["bucket"] = Bucket, ["url"] = Url };
}
