using Strata.Generator.Model;
using Strata.Generator.Reading;

namespace Strata.Tests.Providers;

public sealed class PackageSchemaReaderTests
{
    private static readonly PackageModel Model = SchemaReader.Read("""
        {
          "name": "aws", "version": "7.48.0",
          "language": { "csharp": { "namespaces": { "dynamodb": "DynamoDB" } } },
          "provider": { "inputProperties": { "region": { "type": "string" } } },
          "types": {
            "aws:s3/BucketRule:BucketRule": {
              "type": "object", "required": ["id"],
              "properties": { "id": { "type": "string" }, "secretKey": { "type": "string", "secret": true } }
            },
            "aws:s3/CannedAcl:CannedAcl": { "type": "string", "enum": [{ "value": "private" }] }
          },
          "resources": {
            "aws:s3/bucket:Bucket": {
              "requiredInputs": ["kind", "rules"],
              "inputProperties": {
                "acl": { "oneOf": [{ "type": "string" }, { "$ref": "#/types/aws:s3%2FCannedAcl:CannedAcl" }], "deprecationMessage": "no" },
                "bucket": { "type": "string", "willReplaceOnChanges": true, "language": { "csharp": { "name": "BucketName" } } },
                "kind": { "type": "string", "const": "Bucket" },
                "port": { "oneOf": [{ "type": "integer" }, { "type": "string" }] },
                "rules": { "type": "array", "items": { "$ref": "#/types/aws:s3%2FBucketRule:BucketRule" } },
                "source": { "$ref": "pulumi.json#/Asset" },
                "tags": { "type": "object", "additionalProperties": { "type": "string" } },
                "topic": { "$ref": "#/resources/aws:sns%2Ftopic:Topic" },
                "values": { "$ref": "pulumi.json#/Any" }
              },
              "properties": {
                "arn": { "type": "string" },
                "names": { "type": "array", "items": { "type": "string" } },
                "token": { "type": "string", "secret": true }
              }
            },
            "aws:core/v1:Thing": {
              "isComponent": true, "deprecationMessage": "old",
              "inputProperties": { "apiVersion": { "type": "string", "const": "v1" }, "metadata": { "$ref": "pulumi.json#/Any" } }
            }
          }
        }
        """)!;

    private static ResourceModel Bucket => Model.Resources["aws:s3/bucket:Bucket"];

    [Fact]
    public void References_are_unescaped_and_lose_the_repeated_name()
    {
        Assert.Equal(new ListType(new BlockType("aws:s3/BucketRule")), Input("rules").Type);
        Assert.Equal(["id"], Model.Types["aws:s3/BucketRule"].Properties.Where(property => property.Required).Select(property => property.Name));
    }

    [Fact]
    public void Enums_and_resources_are_text_and_other_unions_stay()
    {
        Assert.Equal(PrimitiveType.Text, Input("acl").Type);
        Assert.Equal(PrimitiveType.Text, Input("topic").Type);
        Assert.Equal(2, Assert.IsType<UnionType>(Input("port").Type).Choices.Count);
        Assert.Equal(new AnyType(), Input("values").Type);
        Assert.Equal(new AssetType(), Input("source").Type);
        Assert.Equal(new MapType(PrimitiveType.Text), Input("tags").Type);
    }

    [Fact]
    public void Flags_are_kept()
    {
        Assert.Equal(Replacement.Always, Input("bucket").Replace);
        Assert.Equal("BucketName", Input("bucket").CSharpName);
        Assert.True(Input("acl").Deprecated);
        Assert.True(Input("rules").Required);
        Assert.False(Input("kind").Required);
        Assert.True(Model.Types["aws:s3/BucketRule"].Properties[1].Secret);
        Assert.Equal("DynamoDB", Model.Namespaces["dynamodb"]);
    }

    [Fact]
    public void Outputs_have_types()
    {
        Assert.Equal([PrimitiveType.Text, new ListType(PrimitiveType.Text), PrimitiveType.Text], Bucket.Outputs.Select(output => output.Type));
        Assert.True(Bucket.Outputs[2].Secret);
    }

    [Fact]
    public void The_provider_is_a_resource_too() => Assert.Equal("region", Model.Resources["pulumi:providers:aws"].Inputs[0].Name);

    [Fact]
    public void An_object_of_Kubernetes_is_replaced_with_its_identity()
    {
        var thing = Model.Resources["aws:core/v1:Thing"];

        Assert.Equal(["metadata.name", "metadata.namespace"], thing.ReplacePaths);
        Assert.True(thing.IsComponent);
        Assert.True(thing.Deprecated);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "resources": {} }""")]
    [InlineData("""{ "resources": {}, "format": "another/2" }""")]
    public void Another_document_is_no_schema(string json) => Assert.Null(SchemaReader.Read(json));

    private static PropertyModel Input(string name) => Bucket.Inputs.Single(input => input.Name == name);
}
