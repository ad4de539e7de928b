using Strata.Gcp.BigQuery;
using Strata.Gcp.Lustre;
using Strata.Gcp.Sql;
using Strata.Gcp.Storage;
using Strata.Graph;
using Strata.Platform.Storage;
using Repository = Strata.Gcp.ArtifactRegistry.Repository;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpStorageTests
{
    [Theory]
    [InlineData("objects, hierarchical: true, versioning: true", "dev", "STR314")]
    [InlineData("objects, tierAfterDays: 60", "dev", "STR388")]
    [InlineData("files, size: 500Gi", "dev", "STR343")]
    [InlineData("files, size: 1100Gi", "prod", "STR343")]
    [InlineData("files, existing: 10.0.0.2", "dev", "STR311")]
    [InlineData("scratch, size: 10000Gi", "dev", "STR345")]
    [InlineData("scratch, size: 18000Gi, throughput: 250", "dev", "STR345")]
    [InlineData("scratch, size: 18000Gi, throughput: 300", "dev", "STR315")]
    [InlineData("warehouse, engine: athena", "dev", "STR304")]
    [InlineData("warehouse, engine: redshift", "dev", "STR304")]
    public void What_Google_Cloud_would_refuse_is_refused(string kind, string environment, string code) =>
        Assert.Equal(code, GcpStack.Problem($"strata:storage: {{ x: {{ kind: {kind} }} }}", environment).Code);

    [Theory]
    [InlineData("objects, hierarchical: true", "dev")]
    [InlineData("files, size: 1100Gi", "dev")]
    [InlineData("files, size: 20Ti", "prod")]
    [InlineData("files, existing: \"10.0.0.2:/homes\"", "dev")]
    [InlineData("scratch, size: 72000Gi, throughput: 125", "dev")]
    public void What_Google_Cloud_takes_is_taken(string kind, string environment) =>
        GcpStack.Fine($"strata:storage: {{ x: {{ kind: {kind} }} }}", environment);

    [Theory]
    [InlineData(9000, 1000)]
    [InlineData(18000, 500)]
    [InlineData(36000, 250)]
    [InlineData(72000, 250)]
    public void Scratch_space_is_as_fast_as_its_size_allows(int size, int throughput) => Assert.Equal(
        throughput.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Text(Assert.Single(GcpStack.Fine($"strata:storage: {{ x: {{ kind: scratch, size: {size}Gi }} }}").OfType<Instance>()), "perUnitStorageThroughput"));

    [Fact]
    public void Tiers_of_Filestore_take_what_Google_says()
    {
        Assert.True(FilestoreTier.BasicHdd.Takes(1024));
        Assert.False(FilestoreTier.BasicHdd.Takes(1023));
        Assert.True(FilestoreTier.Regional.Takes(9984));
        Assert.False(FilestoreTier.Regional.Takes(10_000));
        Assert.True(FilestoreTier.Regional.Takes(102_400));
        Assert.False(FilestoreTier.Regional.Takes(104_960));
    }

    [Fact]
    public void A_lake_of_another_cloud_is_refused() => Assert.Contains(
        GcpStack.Of("aws:region: eu-west-1\nstrata:storage: { lake: { kind: objects, cloud: aws }, tables: { kind: warehouse, lake: lake }, fast: { kind: scratch, size: 9000Gi, source: lake } }").Diagnostics,
        d => d.Code is "STR389");

    [Fact]
    public void Tables_expire_after_days_only_where_the_file_or_the_environment_says_so()
    {
        const string Tables = "strata:storage: { x: { kind: warehouse } }";
        Assert.Contains(Assert.Single(GcpStack.Fine(Tables).OfType<Dataset>()).InputProperties, p => p.Name == "defaultTableExpirationMs" && p.Value is NumberValue { Number: 90 * 86_400_000.0 });
        Assert.DoesNotContain(Assert.Single(GcpStack.Fine(Tables, "prod").OfType<Dataset>()).InputProperties, p => p.Name == "defaultTableExpirationMs");
    }

    [Fact]
    public void Nobody_signs_in_to_a_database_with_a_password()
    {
        var resources = GcpStack.Fine("strata:storage: { x: { kind: warehouse, engine: postgres } }\nstrata:identities: { t: { access: { x: read } } }");
        var user = Assert.Single(resources.OfType<User>());
        Assert.DoesNotContain(user.InputProperties, p => p.Name == "password");
        Assert.Equal("CLOUD_IAM_SERVICE_ACCOUNT", Text(user, "type"));
        Assert.DoesNotContain(Assert.Single(resources.OfType<DatabaseInstance>()).InputProperties, p => p.Name == "rootPassword");
    }

    [Fact]
    public void In_prod_what_holds_data_stays() => Assert.All(
        GcpStack.Fine("strata:storage: { a: { kind: objects }, b: { kind: warehouse }, c: { kind: files, size: 1Ti } }\nstrata:registries: { images: {} }", "prod")
            .Where(r => r is Bucket or Dataset or Strata.Gcp.Filestore.Instance or Repository),
        r => Assert.True(r.ResourceOptions is { Protect: true, RetainOnDelete: true }));

    [Fact]
    public void Tags_that_may_change_are_cleaned_up_too() => Assert.Contains(
        "delete-old", Policies("strata:registries: { images: { immutable: false } }"));

    [Fact]
    public void Tags_that_may_not_change_are_never_deleted() =>
        Assert.Equal(["delete-untagged", "keep-recent"], Policies("strata:registries: { images: {} }"));

    [Theory]
    [InlineData("engine: ecr", "STR304")]
    [InlineData("pullers: [\"123456789012\"]", "STR371")]
    public void What_a_registry_cannot_be_is_refused(string property, string code) =>
        Assert.Equal(code, GcpStack.Problem($"strata:registries: {{ images: {{ {property} }} }}").Code);

    private static string Text(Resource resource, string property) => ((TextValue)resource.InputProperties.Single(p => p.Name == property).Value).Text;

    private static IEnumerable<string> Policies(string lines)
    {
        var policies = (ListValue)Assert.Single(GcpStack.Fine(lines).OfType<Repository>()).InputProperties.Single(p => p.Name == "cleanupPolicies").Value;
        return policies.Items.Select(item => ((TextValue)((ObjectValue)item)["id"]!).Text);
    }
}
