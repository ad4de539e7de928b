using Strata.Graph;

namespace Strata.Tests.Graph;

public sealed class OutputFormatTests
{
    private sealed class Bucket(string name, ResourceOptions? options = null) : CustomResource("aws:s3/bucket:Bucket", name, options)
    {
        [System.Diagnostics.CodeAnalysis.AllowNull]
        public Input<string> BucketName { get => GetOutput<string>("bucket"); init => Set("bucket", value); }

        public InputMap<string>? Tags { init => Set("tags", value); }

        [System.Diagnostics.CodeAnalysis.AllowNull]
        public Input<int> Days { get => GetOutput<int>("days"); init => Set("days", value); }

        public Output<string> Arn => GetOutput<string>("arn");
    }

    private sealed class Versioning(string name, ResourceOptions? options = null) : CustomResource("aws:s3/bucketVersioning:BucketVersioning", name, options)
    {
        public required Input<string> Bucket { get => GetOutput<string>("bucket"); init => Set("bucket", value); }

        public required InputList<string> Names { init => Set("names", value); }
    }

    [Fact]
    public void Typed_resources_read_like_Pulumi()
    {
        var scope = new Scope();
        int? days = 3;
        var lake = scope.Add(new Bucket("lake") { BucketName = null, Tags = new() { ["team"] = "fraud" }, Days = Input.Maybe(days) });
        scope.Add(new Versioning("lake") { Bucket = lake.Id, Names = ["a", lake.Arn, lake.BucketName] });
        var text = Output.Format($"{lake.Arn}/*");
        var parts = Assert.IsType<InterpolatedValue>(text.Value).Parts;
        Assert.Equal(2, parts.Length);
        Assert.Equal("arn", Assert.IsType<ReferenceValue>(parts[0]).Property);
        Assert.Equal("x1", Assert.IsType<TextValue>(Output.Format($"x{1}").Value).Text);
    }
}
