using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Strata.Platform.Naming;

namespace Strata.Platform.Tests.Naming;

public sealed class LabelsTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Gcp_labels_are_lower_case() =>
        Assert.Equal(("cost-center", "cc-1234"), Only(Labels.ForGcp([new("Cost Center", "CC 1234")])));

    [Fact]
    public void A_Gcp_key_begins_with_a_letter() => Assert.Equal("x1st", Only(Labels.ForGcp([new("1st", "a")])).Key);

    [Fact]
    public void Aws_tags_keep_case_and_spaces() => Assert.Equal(("Cost Center", "CC 1234"), Only(Labels.ForAws([new("Cost Center", "CC 1234")])));

    [Fact]
    public void The_prefix_aws_is_reserved() => Assert.Equal("x-owner", Only(Labels.ForAws([new("aws:owner", "a")])).Key);

    [Fact]
    public void A_long_value_is_cut_and_stays_apart_from_others()
    {
        var (one, other) = (Labels.KubernetesValue(new string('a', 80)), Labels.KubernetesValue(new string('a', 81)));
        Assert.Equal(63, one.Length);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public void Whatever_is_given_the_labels_are_legal() =>
        Check.One(Runs, Prop.ForAll<NonNull<string>, NonNull<string>>((key, value) =>
        {
            var gcp = Only(Labels.ForGcp([new(key.Get, value.Get)]));
            var aws = Only(Labels.ForAws([new(key.Get, value.Get)]));
            var kubernetes = Labels.KubernetesValue(value.Get);
            return Regex.IsMatch(gcp.Key, @"\A[a-z][a-z0-9_-]{0,62}\z") && Regex.IsMatch(gcp.Value, @"\A[a-z0-9_-]{0,63}\z")
                && aws.Key.Length <= 128 && Regex.IsMatch(aws.Value, @"\A[A-Za-z0-9 _.:/=+@-]{0,256}\z")
                && Regex.IsMatch(kubernetes, @"\A(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?\z");
        }));

    private static (string Key, string Value) Only(IEnumerable<KeyValuePair<string, string>> labels)
    {
        var only = Assert.Single(labels);
        return (only.Key, only.Value);
    }
}
