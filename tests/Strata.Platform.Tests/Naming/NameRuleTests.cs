using FsCheck;
using FsCheck.Fluent;
using Strata.Platform.Naming;

namespace Strata.Platform.Tests.Naming;

public sealed class NameRuleTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    public static TheoryData<string> Rules => [.. ResourceNames.All.Select(r => r.What)];

    [Fact]
    public void Parts_are_joined_by_hyphens() => Assert.Equal("fraud-dev-lake", AwsNames.IamRole.Make("fraud", "dev", "lake"));

    [Fact]
    public void Empty_parts_are_left_out() => Assert.Equal("fraud-lake", AwsNames.IamRole.Make("fraud", "", "lake"));

    [Fact]
    public void Where_hyphens_are_not_allowed_underscores_stand_for_them() =>
        Assert.Equal("fraud_dev_card_stats", GcpNames.BigQueryDataset.Make("fraud-dev", "card-stats"));

    [Fact]
    public void An_underscore_of_ones_own_is_told_apart_from_a_hyphen() =>
        Assert.NotEqual(GcpNames.BigQueryDataset.Make("card-stats"), GcpNames.BigQueryDataset.Make("card_stats"));

    [Fact]
    public void A_long_name_is_cut_and_ends_with_a_hash_of_the_whole()
    {
        var name = GcpNames.ServiceAccount.Make("recommendations", "production", "feature-materialisation");
        Assert.Equal("recommendations-product-", name[..24]);
        Assert.Equal(30, name.Length);
        Assert.NotEqual(name, GcpNames.ServiceAccount.Make("recommendations", "production", "feature-materialisations"));
    }

    [Fact]
    public void A_short_name_is_filled_up_to_the_minimum() => Assert.StartsWith("ab-", GcpNames.ServiceAccount.Make("ab"), StringComparison.Ordinal);

    [Fact]
    public void Capital_letters_that_are_not_allowed_leave_a_hash() =>
        Assert.NotEqual(GcpNames.GkeCluster.Make("fraud"), GcpNames.GkeCluster.Make("Fraud"));

    [Fact]
    public void A_global_name_differs_from_scope_to_scope()
    {
        var one = AwsNames.S3Bucket.MakeGlobal("acme/fraud-dev", "fraud", "dev", "lake");
        var other = AwsNames.S3Bucket.MakeGlobal("globex/fraud-dev", "fraud", "dev", "lake");
        Assert.StartsWith("fraud-dev-lake-", one, StringComparison.Ordinal);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void A_secret_ends_with_a_longer_hash_than_the_six_characters_AWS_appends() =>
        Assert.Matches("^a-b-[a-z2-7]{7}$", AwsNames.Secret.Make("a b"));

    [Fact]
    public void A_reserved_word_is_left_out_of_a_bucket_name() =>
        Assert.StartsWith("ads-dev-lake-", GcpNames.Bucket.Make("google-ads", "dev", "lake"), StringComparison.Ordinal);

    [Fact]
    public void Two_marks_in_a_row_become_one_where_the_cloud_wants_it() =>
        Assert.StartsWith("a-b-", AwsNames.RdsInstance.Make("a--b"), StringComparison.Ordinal);

    [Theory]
    [InlineData("my_role", null)]
    [InlineData("my role", "contains ' ', and only a-z, A-Z, 0-9, '-', '_', '+', '=', ',', '.', '@' are allowed")]
    [InlineData("-role", "must begin with a letter or digit and end with a letter or digit")]
    public void A_given_name_is_checked(string name, string? problem) => Assert.Equal(problem, AwsNames.IamRole.Problem(name));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Whatever_is_asked_the_name_is_legal(string what)
    {
        var rule = ResourceNames.All.Single(r => r.What == what);
        Check.One(Runs, Prop.ForAll<NonNull<string>[]>(parts => rule.Problem(rule.Make(Texts(parts))) is null));
        Check.One(Runs, Prop.ForAll<NonNull<string>[]>(parts => rule.Problem(rule.MakeGlobal("scope", Texts(parts))) is null));
        foreach (var forbidden in rule.Forbidden.Concat(rule.ForbiddenStarts))
        {
            Assert.Null(rule.Problem(rule.Make($"{forbidden}{forbidden}-lake")));
            Assert.Null(rule.Problem(rule.Make("-", forbidden)));
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_legal_kebab_name_stays_as_it_is(string what)
    {
        var rule = ResourceNames.All.Single(r => r.What == what);
        var name = rule.Marks.Length > 0 ? "fraud-dev" : "fraud";
        Assert.Equal(rule.Marks.Contains('-') ? name : name.Replace('-', '_'), rule.Make(name));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Different_names_stay_different_when_bent_or_cut(string what)
    {
        var rule = ResourceNames.All.Single(r => r.What == what);
        var near = Gen.Elements("fraud-dev", "fraud_dev", "Fraud-dev", "fraud--dev", "fraud.dev", "-fraud-dev", "fraud-dev-", "1fraud", "x1fraud", "google-fraud-dev")
            .SelectMany(stem => Gen.Choose(0, 90).Select(n => stem + new string('a', n)));
        Check.One(Runs, Prop.ForAll(Arb.From(near), Arb.From(near), (a, b) => a == b || rule.Make(a) != rule.Make(b)));
        Check.One(Runs, Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) => a.Get == b.Get || rule.Make(a.Get) != rule.Make(b.Get)));
    }

    [Fact]
    public void Every_rule_has_a_source_and_a_name_of_its_own()
    {
        Assert.All(ResourceNames.All, r => Assert.Matches(@"^(\d{4}-\d\d-\d\d)?$", r.Source.AsOf ?? ""));
        Assert.Equal(ResourceNames.All.Length, ResourceNames.All.Select(r => r.What).Distinct().Count());
    }

    private static string[] Texts(NonNull<string>[] parts) => [.. parts.Select(p => p.Get)];
}
