using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A MinIO bucket for others to use.</summary>
/// <param name="Name">The bucket's name.</param>
/// <param name="Server">The server it is on.</param>
/// <param name="Ready">The job that makes it.</param>
internal sealed record KubernetesObjectStoreHandle(string Name, Minio Server, Resource Ready) : ObjectStoreHandle(Name, $"s3://{Name}")
{
    public override ValueMap Outputs => new() { ["bucket"] = Name, ["url"] = Url, ["endpoint"] = Server.Endpoint };

    /// <summary>Where the server is; who asks comes from the identity's own secret.</summary>
    public override IReadOnlyList<KeyValuePair<string, Input<string>>> Environment =>
        [new("AWS_ENDPOINT_URL_S3", Server.Endpoint), new("AWS_REGION", "us-east-1")];

    /// <summary>MinIO speaks the policy language of S3.</summary>
    public IReadOnlyList<PolicyStatement> Statements(AccessLevel level) =>
    [
        new(["s3:ListBucket", "s3:GetBucketLocation", "s3:ListBucketMultipartUploads"], [$"arn:aws:s3:::{Name}"]),
        new(
            level == AccessLevel.Write
                ? ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"]
                : ["s3:GetObject", "s3:GetObjectVersion"],
            [$"arn:aws:s3:::{Name}/*"]),
    ];
}
