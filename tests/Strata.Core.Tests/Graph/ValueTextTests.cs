using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Tests.Graph;

public sealed class ValueTextTests
{
    private static readonly Sample.Thing Lake = new("aws:s3/bucket:Bucket", "lake");

    [Theory]
    [InlineData("projects/acme-churn-dev/locations/europe-west4/x", "projects/acme-churn-dev/locations/europe-west1/x", "…urope-west4/x\"", "…urope-west1/x\"")]
    [InlineData("s3://a-bucket-with-a-name/x", "gs://a-bucket-with-a-name/x", "\"s3://a-bucket-with…", "\"gs://a-bucket-with…")]
    [InlineData("short", "longer", "\"short\"", "\"longer\"")]
    [InlineData("the same beginning of both", "the same beginning of both, and more", "…ng of both\"", "…ng of both, and mo…")]
    public void Two_long_values_show_where_they_differ(string before, string after, string shownBefore, string shownAfter) =>
        Assert.Equal((shownBefore, shownAfter), ValuePairText.Of(before, after, 20));

    public static TheoryData<string, Value> Values => new()
    {
        { "null", Value.Null },
        { "true", true },
        { "3", 3 },
        { "2.5", 2.5 },
        { "\"a\\\"b\\n␛\"", "a\"b\n\u001b" },
        { "[1, \"a\"]", Value.List(1, "a") },
        { "{team: \"fraud\", \"a b\": null}", new ValueMap { ["team"] = "fraud", ["a b"] = Value.Null } },
        { "lake.arn", Lake.GetOutput<string>("arn") },
        { "\"arn:$${x}${lake.arn}/*\"", Output.Format($"arn:${{x}}{Lake.GetOutput<string>("arn")}/*") },
        { "json {Resource: lake.arn}", Output.Json(new ValueMap { ["Resource"] = Lake.GetOutput<string>("arn") }) },
        { "platform-dev:subnets[0]", new StackReference("platform-dev").GetStackOutput<string>("subnets[0]") },
        { "aws:ssm:getParameter(name: \"x\").value", new Invoke("aws:ssm/getParameter:getParameter", new Property("name", "x")).Get<string>("value") },
        { "aws:getAvailabilityZones()", new Invoke("aws:index/getAvailabilityZones:getAvailabilityZones").Get<string>("") },
        { "[secret]", Output.Secret<string>("hunter2") },
        { "[secret wandb]", Output.ConfigSecret("wandb") },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void Values_read_well_on_one_line(string expected, Value value) => Assert.Equal(expected, ValueText.Of(value));

    [Fact]
    public void What_does_not_fit_is_cut_by_columns()
    {
        Assert.Equal("\"abc…", ValueText.Of("abcdef", 5));
        Assert.Equal("\"日…", ValueText.Of("日本語", 5));
        Assert.Equal("[0, 1, 2…", ValueText.Of(Value.List(Enumerable.Range(0, 100_000).Select(i => (Value)i)), 9));
    }

    [Theory]
    [InlineData("aws:s3/bucketVersioning:BucketVersioning", "aws:s3:BucketVersioning")]
    [InlineData("aws:index/getCallerIdentity:getCallerIdentity", "aws:getCallerIdentity")]
    [InlineData("kubernetes:apps/v1:Deployment", "kubernetes:apps/v1:Deployment")]
    [InlineData("kubernetes:rbac.authorization.k8s.io/v1:Role", "kubernetes:rbac.authorization.k8s.io/v1:Role")]
    [InlineData("pulumi:providers:aws", "pulumi:providers:aws")]
    public void Tokens_lose_only_what_repeats(string token, string expected) => Assert.Equal(expected, TypeName.Short(token));
}
