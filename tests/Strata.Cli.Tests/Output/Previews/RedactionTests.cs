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
}
