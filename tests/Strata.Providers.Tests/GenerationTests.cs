using Strata.Generator;
using Strata.Generator.Model;

namespace Strata.Tests.Providers;

public sealed class GenerationTests
{
    private static readonly PropertyModel Name = new("name", PrimitiveType.Text);

    [Fact]
    public void An_input_that_is_an_output_too_can_be_read()
    {
        var text = Emit(new ResourceModel("aws:s3/bucket:Bucket", [Name with { Required = true }], [new OutputModel("name", PrimitiveType.Text), new OutputModel("arn", PrimitiveType.Text)]));

        Assert.Contains("public required Input<string> Name { get => GetOutput<string>(\"name\"); init => Set(\"name\", value); }", text, StringComparison.Ordinal);
        Assert.Contains("public Output<string> Arn => GetOutput<string>(\"arn\");", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_never_has_the_name_of_its_class()
    {
        var text = Emit(new ResourceModel("aws:s3/bucket:Bucket", [new PropertyModel("bucket", PrimitiveType.Text)], []));

        Assert.Contains("Input<string>? BucketName { init => Set(\"bucket\", value); }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_never_hide_members_of_the_base_class()
    {
        var text = Emit(new ResourceModel("aws:s3/bucket:Bucket", [], [new OutputModel("id", PrimitiveType.Text), new OutputModel("bucket", PrimitiveType.Text)]));

        Assert.DoesNotContain("GetOutput", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constant_is_set_by_the_constructor()
    {
        var text = Emit(new ResourceModel("kubernetes:core/v1:Pod", [new PropertyModel("kind", PrimitiveType.Text) { Constant = "Pod" }], []), "kubernetes");

        Assert.Contains("Set(\"kind\", (Value)\"Pod\");", text, StringComparison.Ordinal);
        Assert.DoesNotContain("init =>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Assets_and_deprecated_inputs_are_left_out_unless_the_manifest_asks()
    {
        var resource = new ResourceModel(
            "aws:s3/bucket:Bucket",
            [Name with { Deprecated = true }, new PropertyModel("acl", PrimitiveType.Text) { Deprecated = true }, new PropertyModel("code", new AssetType())],
            []);
        var wanted = Wanted("aws", resource) with { KeepDeprecated = ["aws:s3/bucket:Bucket.acl"] };
        var text = Generation.Of(new Manifest([wanted]), [Package("aws", resource)]).Files[1].Text;

        Assert.DoesNotContain("Set(\"name\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Set(\"code\"", text, StringComparison.Ordinal);
        Assert.Contains("Set(\"acl\"", text, StringComparison.Ordinal);
        Assert.Contains("DeprecatedInputs = [\"name\", \"acl\"],", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_replaces_throughout_is_one_path_and_another_is_split()
    {
        var always = Name with { Replace = Replacement.Always };
        var whole = new TypeModel("aws:s3/Whole", [always]);
        var partly = new TypeModel("aws:s3/Partly", [always, Name with { Name = "size", Secret = true }]);
        var text = Emit(
            new ResourceModel(
                "aws:s3/bucket:Bucket",
                [
                    new PropertyModel("partly", new ListType(new BlockType(partly.Id))) { Replace = Replacement.Always },
                    new PropertyModel("whole", new BlockType(whole.Id)) { Replace = Replacement.Always },
                ],
                []),
            "aws",
            whole,
            partly);

        Assert.Contains("ReplaceOnChange = [\"partly[*].name\", \"whole\"],", text, StringComparison.Ordinal);
        Assert.Contains("ReplaceOnPresence = [\"partly\"],", text, StringComparison.Ordinal);
        Assert.Contains("SecretInputs = [\"partly[*].size\"],", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_inside_itself_ends()
    {
        var tree = new TypeModel("aws:s3/Tree", [Name with { Secret = true }, new PropertyModel("child", new BlockType("aws:s3/Tree"))]);
        var text = Emit(new ResourceModel("aws:s3/bucket:Bucket", [new PropertyModel("tree", new BlockType(tree.Id))], []), "aws", tree);

        Assert.Contains("SecretInputs = [\"tree.name\"],", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_schema_has_is_reported()
    {
        var resource = new ResourceModel("aws:s3/bucket:Bucket", [], []);
        var wanted = Wanted("aws", resource) with { Resources = ["aws:s3/bucket:Bucket", "aws:s3/buckett:Buckett"], Types = ["aws:s3/None"] };

        Assert.Equal(["aws:s3/buckett:Buckett", "aws:s3/None"], Generation.Of(new Manifest([wanted]), [Package("aws", resource)]).Missing);
    }

    [Fact]
    public void A_package_without_a_schema_stays_as_it_is()
    {
        var resource = new ResourceModel("aws:s3/bucket:Bucket", [], []);
        var generation = Generation.Of(new Manifest([Wanted("aws", resource), Wanted("gcp", resource)]), [Package("aws", resource)]);

        Assert.Equal(["Aws"], generation.Parts);
    }

    private static string Emit(ResourceModel resource, string package = "aws", params TypeModel[] types) =>
        Generation.Of(new Manifest([Wanted(package, resource)]), [Package(package, resource, types)])
            .Files.Single(file => file.Text.Contains(resource.Token, StringComparison.Ordinal)).Text;

    private static ManifestPackage Wanted(string package, ResourceModel resource) => new(package, "1.0.0", [resource.Token]);

    private static PackageModel Package(string package, ResourceModel resource, params TypeModel[] types) => new(
        package,
        "1.0.0",
        new Dictionary<string, ResourceModel> { [resource.Token] = resource },
        types.ToDictionary(type => type.Id));
}
