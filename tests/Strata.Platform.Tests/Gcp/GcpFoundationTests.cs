using Strata.Gcp.CloudQuota;
using Strata.Gcp.Kms;
using Strata.Gcp.Projects;
using Strata.Gcp.ServiceAccount;
using Strata.Gcp.Storage;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpFoundationTests
{
    private const string Lake = "strata:storage: { lake: { kind: objects } }\n";

    [Theory]
    [InlineData("-gcp:project:", "'gcp:project' is missing")]
    [InlineData("-gcp:region:", "'gcp:region' is missing")]
    public void A_stack_needs_a_project_and_a_region(string line, string message) =>
        Assert.Contains(GcpStack.Of(line).Diagnostics, d => d.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Everything_waits_for_its_api() => Assert.All(
        GcpStack.Fine(Lake).Where(r => r is Bucket or Account or KeyRing), r => Assert.Contains(r.ResourceOptions.DependsOn, d => d is Service));

    [Fact]
    public void What_is_encrypted_waits_until_the_service_may_use_the_key() =>
        Assert.Contains(Dependencies.Of(Assert.Single(GcpStack.Fine(Lake).OfType<Bucket>())), r => r is CryptoKeyIAMMember);

    [Fact]
    public void Googles_own_keys_need_no_ring() =>
        Assert.Empty(GcpStack.Fine(Lake + "strata:encryption: { customerKeys: false }").OfType<KeyRing>());

    [Theory]
    [InlineData("projects/p/locations/europe-west4/keyRings/r/cryptoKeys/k", null)]
    [InlineData("projects/p/locations/us-central1/keyRings/r/cryptoKeys/k", "STR384")]
    [InlineData("arn:aws:kms:eu-west-1:123456789012:key/k", "STR384")]
    public void An_existing_key_is_one_of_the_region(string key, string? code) =>
        Assert.Equal(code, GcpStack.Of($"{Lake}strata:encryption: {{ existing: \"{key}\" }}").Diagnostics.SingleOrDefault()?.Code);

    [Fact]
    public void Keys_of_prod_are_kept() =>
        Assert.All(GcpStack.Fine(Lake, "prod").Where(r => r is CryptoKey or KeyRing), r => Assert.True(r.ResourceOptions is { Protect: true, RetainOnDelete: true }));

    [Fact]
    public void Without_a_cluster_there_is_no_identity_that_nobody_asked_for() => Assert.Empty(GcpStack.Fine(Lake).OfType<Account>());

    [Fact]
    public void An_identity_gets_what_the_file_gives_it_and_nothing_more()
    {
        var resources = GcpStack.Fine(Lake + "strata:identities: { reader: { access: { lake: read } }, nobody: {} }");
        Assert.Equal(2, resources.OfType<Account>().Count());
        Assert.All(resources.OfType<BucketIAMMember>(), m => Assert.StartsWith("reader-lake-", m.LogicalName, StringComparison.Ordinal));
        Assert.DoesNotContain(resources.OfType<BucketIAMMember>(), m => m.LogicalName.Contains("objectUser", StringComparison.Ordinal));
    }

    [Fact]
    public void A_role_of_a_member_is_bound_once()
    {
        var resources = GcpStack.Fine("strata:storage: { a: { kind: warehouse }, b: { kind: warehouse } }\nstrata:identities: { t: { access: { a: write, b: read } } }");
        Assert.Single(resources.OfType<Strata.Gcp.Projects.IAMMember>(), m => m.LogicalName == "t-bigquery-jobUser");
    }

    [Fact]
    public void Storage_of_another_cloud_is_refused() => Assert.Contains(
        GcpStack.Of("aws:region: eu-west-1\nstrata:storage: { lake: { kind: objects, cloud: aws } }\nstrata:identities: { t: { access: { lake: read } } }").Diagnostics, d => d.Code == "STR962");

    [Fact]
    public void A_policy_that_is_no_role_is_refused() =>
        Assert.Equal("STR386", GcpStack.Problem("strata:identities: { t: { policies: [\"arn:aws:iam::aws:policy/X\"] } }").Code);

    [Fact]
    public void CI_of_other_repositories_cannot_sign_in()
    {
        var resources = GcpStack.Fine("strata:access: { ci: { repository: acme/ml, environment: live } }");
        var provider = Assert.Single(resources.OfType<Strata.Gcp.Iam.WorkloadIdentityPoolProvider>());
        Assert.Contains(provider.InputProperties, p => p.Value is TextValue { Text: "assertion.repository == 'acme/ml'" });
        var subjects = resources.OfType<Strata.Gcp.ServiceAccount.IAMMember>().Select(m => m.InputProperties.Single(p => p.Name == "member").Value).Select(value => ((TextValue)((InterpolatedValue)value).Parts[^1]).Text);
        Assert.Equal(["/subject/repo:acme/ml:pull_request", "/subject/repo:acme/ml:environment:live"], subjects);
    }

    [Theory]
    [InlineData("strata:access: { members: [platform] }", "STR385")]
    [InlineData("strata:budget: { monthly: 5 }", "STR381")]
    [InlineData("strata:budget: { monthly: 5, billingAccount: 012345-6789AB-CDEF01, notify: [a@b.c, b@b.c, c@b.c, d@b.c, e@b.c, f@b.c] }", "STR382")]
    public void What_Google_Cloud_would_refuse_is_refused(string line, string code) => Assert.Equal(code, GcpStack.Problem(line).Code);

    [Fact]
    public void Quotas_are_asked_for_only_when_the_file_says_so() =>
        Assert.Empty(GcpStack.Fine(Lake + "strata:quotas: { request: true }").OfType<SQuotaPreference>());
}
