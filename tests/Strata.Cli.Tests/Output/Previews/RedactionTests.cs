using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Previews;
using Strata.Platform.Secrets;

namespace Strata.Tests.Output.Previews;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("password", true)]
    [InlineData("dbPassword", true)]
    [InlineData("WANDB_API_KEY", true)]
    [InlineData("client-secret", true)]
    [InlineData("secretArn", false)]
    [InlineData("passwordPolicy", false)]
    [InlineData("tokenUrl", false)]
    [InlineData("key", false)]
    [InlineData("kmsKeyId", false)]
    [InlineData("monkey", false)]
    public void A_key_is_a_secrets_by_its_last_words(string name, bool isSecret) => Assert.Equal(isSecret, SecretKeys.Covers(name));

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("postgres://app:s3cr3t@db.internal:5432/x")]
    [InlineData("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----")]
    public void Secrets_are_known_by_their_form(string text) => Assert.True(SecretText.IsIn($"x {text} y"));

    [Theory]
    [InlineData("sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("arn:aws:iam::123456789012:role/fraud-prod-scheduler-execution-role")]
    [InlineData("projects/ml-prod/locations/us-central1/keyRings/strata/cryptoKeys/lake")]
    [InlineData("https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE")]
    [InlineData("0123456789abcdef0123456789abcdef01234567")]
    public void Hashes_addresses_and_names_are_no_secrets(string text) => Assert.False(SecretText.IsIn(text));

    [Theory]
    [InlineData("password: hunter2", "password: [secret]")]
    [InlineData("export DB_PASSWORD=\"hunter2\"", "export DB_PASSWORD=[secret]")]
    [InlineData("password: ${DB_PASSWORD}", "password: ${DB_PASSWORD}")]
    [InlineData("image: nginx:1.25", "image: nginx:1.25")]
    [InlineData("{\"token\": \"abc\", \"n\": 1}", "{\"token\": [secret], \"n\": 1}")]
    public void Files_keep_all_but_the_secret(string text, string shown) => Assert.Equal(shown, Redaction.Text(text));

    [Fact]
    public void Sentences_about_a_secret_do_not_tell_it() =>
        Assert.Equal("tracking.token is [secret], was [secret].", Redaction.Sentence("tracking.token is \"abc\", was \"def\"."));

    [Fact]
    public void The_value_beside_a_name_of_a_secret_is_one()
    {
        Value env = Value.List(new ValueMap { ["name"] = "DB_PASSWORD", ["value"] = "hunter2" }.ToValue());
        var path = PropertyPath.Of("env").Then(PathSegment.Of(0)).Then(PathSegment.Of("value"));
        var change = Redaction.Of(new PropertyChange(path, "hunter1", "hunter2"), [new Property("env", env)]);
        Assert.Equal("[secret]", ValueText.Of(change.Before!));
        Assert.Equal("[{name: \"DB_PASSWORD\", value: [secret]}]", ValueText.Of(Redaction.Of(env)));
    }

    /// <summary>The value's neighbour is the one it had, also when an element before it is gone.</summary>
    [Fact]
    public void The_value_beside_a_name_of_a_secret_is_one_wherever_it_stands_now()
    {
        static ResourceGraph Stack(params string[] names) =>
            new("dev", [new SampleReports.Thing("a:b:C", "x", ("env", Value.List(names.Select((name, i) => (Value)new ValueMap { ["name"] = name, ["value"] = $"v{names.Length - i}", ["from"] = "here" }))))], []);
        var shown = Shown(Stack("A", "DB_PASSWORD", "HOST"), Stack("DB_PASSWORD", "HOST"));
        Assert.Equal(["env[0]: {name: \"A\", value: \"v3\", from: \"here\"} → "], shown);
        Assert.Equal(["env[DB_PASSWORD].value: [secret] → [secret]", "env[HOST].value: \"v1\" → \"v2\"", "env[2]:  → {name: \"Z\", value: \"v1\", from: \"here\"}"], Shown(Stack("DB_PASSWORD", "HOST"), Stack("DB_PASSWORD", "HOST", "Z")));
        Assert.Equal(["env[HOST].name: \"DB_PASSWORD\" → \"HOST\""], Shown(Stack("DB_PASSWORD"), Stack("HOST")));
    }

    [Fact]
    public void An_element_is_not_called_by_a_secret()
    {
        static ResourceGraph Stack(int days) => new("dev", [new SampleReports.Thing("a:b:C", "x", ("keys", Value.List(new ValueMap { ["id"] = "AKIAIOSFODNN7EXAMPLE", ["days"] = days }.ToValue())))], []);
        Assert.Equal(["keys[0].days: 1 → 2"], Shown(Stack(1), Stack(2)));
    }

    private static IEnumerable<string> Shown(ResourceGraph before, ResourceGraph after)
    {
        var change = Assert.IsAssignableFrom<Kept>(Assert.Single(Planner.Plan(before, after).Operations));
        return change.Changes.Select(found => Redaction.Of(found, change.Resource.InputProperties))
            .Select(found => $"{found.Path.Shown}: {(found.Before is null ? "" : ValueText.Of(found.Before))} → {(found.After is null ? "" : ValueText.Of(found.After))}");
    }
}
