using Strata.Generator.Model;
using Strata.Generator.Reading;

namespace Strata.Tests.Providers;

public sealed class FactsReaderTests
{
    private static readonly PackageModel Model = SchemaReader.Read("""
        {
          "format": "pulumi-input-facts/1", "provider": "aws", "version": "7.48.0",
          "resources": {
            "aws:s3/bucket:Bucket": {
              "inputs": {
                "acl": { "type": "string|#aws:s3/CannedAcl", "deprecated": true },
                "bucket": { "type": "string", "replace": true, "csharpName": "BucketName" },
                "kind": { "type": "string", "required": true, "const": "Bucket" },
                "mode": { "type": "string", "required": true, "valuesRef": "s3.Mode" },
                "name": { "type": "string", "required": true, "autoDefault": true },
                "password": { "type": "string", "secret": true },
                "port": { "type": "integer|string", "min": 1, "max": 65535 },
                "region": { "type": "string", "replace": "conditional" },
                "role": { "type": "string|resource:aws:iam/role:Role" },
                "rules": { "type": "array<#aws:s3/BucketRule>", "replaceUnknown": true },
                "source": { "type": "asset|archive" },
                "values": { "type": "map<array<any>>" }
              },
              "outputs": ["tagsAll", "arn", "bucket"], "secretOutputs": ["arn"], "deleteBeforeReplace": true
            },
            "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding": {
              "inputs": { "roleRef": { "type": "any", "replace": true } },
              "outputs": ["status"], "apiVersion": "rbac.authorization.k8s.io/v1",
              "replacePaths": ["metadata.name"], "replacePathsConditional": { "paths": ["data"], "unless": "so" }, "component": true
            }
          },
          "types": {
            "aws:s3/BucketRule": { "props": { "id": { "type": "string" } } },
            "aws:s3/CannedAcl": { "enum": ["private"] }
          },
          "valueSets": { "s3.Mode": ["A", "B"] }
        }
        """)!;

    private static ResourceModel Bucket => Model.Resources["aws:s3/bucket:Bucket"];

    [Fact]
    public void The_package_has_a_name_and_a_version() => Assert.Equal(("aws", "7.48.0"), (Model.Name, Model.Version));

    [Theory]
    [InlineData("bucket", "string")]
    [InlineData("acl", "string")]
    [InlineData("role", "string")]
    public void An_open_enum_or_a_resource_is_text(string name, string type) => Assert.Equal(new PrimitiveType(type), Input(name).Type);

    [Fact]
    public void Collections_hold_blocks_and_other_collections()
    {
        Assert.Equal(new ListType(new BlockType("aws:s3/BucketRule")), Input("rules").Type);
        Assert.Equal(new MapType(new ListType(new AnyType())), Input("values").Type);
        Assert.Equal(new AssetType(), Input("source").Type);
        Assert.Equal([new PrimitiveType("integer"), PrimitiveType.Text], Assert.IsType<UnionType>(Input("port").Type).Choices);
    }

    [Fact]
    public void What_Pulumi_fills_in_or_cannot_differ_is_not_required()
    {
        Assert.Equal(["mode"], Bucket.Inputs.Where(input => input.Required).Select(input => input.Name));
        Assert.Equal("Bucket", Input("kind").Constant);
    }

    [Fact]
    public void Flags_are_kept()
    {
        Assert.Equal(Replacement.Always, Input("bucket").Replace);
        Assert.Equal(Replacement.Sometimes, Input("region").Replace);
        Assert.Equal(Replacement.Unknown, Input("rules").Replace);
        Assert.Equal(Replacement.Never, Input("port").Replace);
        Assert.Equal("BucketName", Input("bucket").CSharpName);
        Assert.Equal(["A", "B"], Input("mode").Values);
        Assert.Equal((1, 65535), (Input("port").Min, Input("port").Max));
        Assert.True(Input("password").Secret);
        Assert.True(Input("acl").Deprecated);
        Assert.True(Bucket.DeleteBeforeReplace);
    }

    [Fact]
    public void Outputs_are_text_unless_they_are_always_maps()
    {
        Assert.Equal(["arn", "bucket", "tagsAll"], Bucket.Outputs.Select(output => output.Name));
        Assert.Equal([true, false, false], Bucket.Outputs.Select(output => output.Secret));
        Assert.IsType<MapType>(Bucket.Outputs[2].Type);
    }

    [Fact]
    public void Listed_paths_and_flags_of_whole_inputs_come_together()
    {
        var binding = Model.Resources["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"];

        Assert.Equal(["metadata.name", "roleRef"], binding.ReplacePaths);
        Assert.Equal(["data"], binding.MayReplacePaths);
        Assert.Equal(Replacement.Never, binding.Inputs[0].Replace);
        Assert.True(binding.IsComponent);
        Assert.IsType<AnyType>(binding.Outputs[0].Type);
    }

    [Theory]
    [InlineData("array<string")]
    [InlineData("text")]
    [InlineData("string>")]
    public void A_type_that_is_none_is_an_error(string type) => Assert.Throws<FormatException>(() => SchemaReader.Read(
        $$"""{ "format": "pulumi-input-facts/1", "provider": "x", "version": "1", "resources": { "x:a:B": { "inputs": { "c": { "type": "{{type}}" } } } } }"""));

    private static PropertyModel Input(string name) => Bucket.Inputs.Single(input => input.Name == name);
}
