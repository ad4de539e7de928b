using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Yaml;
using static Strata.Platform.Tests.Loading.StackFolder;

namespace Strata.Platform.Tests.Loading;

public sealed class StackLoaderTests
{
    [Fact]
    public void Our_keys_come_without_their_namespace_and_the_providers_keys_in_full()
    {
        var stack = new StackFolder
        {
            ["Pulumi.dev.yaml"] = "secretsprovider: passphrase\nencryptionsalt: v1:x\nconfig:\n  aws:region: eu-west-1\n  strata:team: fraud\n"
                + "  cloud: aws\n  strata:config:environment: dev\n  gcp:config:project: p\n",
        }.LoadFine();
        Assert.Equal("{team: fraud, cloud: aws, environment: dev}", Show(stack.Config));
        Assert.Equal("{aws:region: eu-west-1, gcp:project: p}", Show(stack.ProviderConfig));
        Assert.Equal(["stacks/Pulumi.dev.yaml"], stack.FilesRead);
        Assert.Empty(stack.Secrets);
    }

    [Theory]
    [InlineData("")]
    [InlineData("config:\n")]
    [InlineData("config: {}\n")]
    [InlineData("environment: [base]\n")]
    public void A_stack_file_may_say_nothing(string text) => Assert.Equal("{}", Show(new StackFolder { ["Pulumi.dev.yaml"] = text }.LoadFine().Config));

    [Fact]
    public void Stacks_are_named_by_their_files()
    {
        var folder = new StackFolder
        {
            ["Pulumi.b.yaml"] = "",
            ["Pulumi.a.x.yaml"] = "",
            ["Pulumi.old.yml"] = "",
            ["Pulumi.yaml"] = "",
            ["catalog/Pulumi.no.yaml"] = "",
            ["catalog/base.yaml"] = "",
        };
        Assert.Equal(["a.x", "b", "old"], new StackLoader(folder).StackNames);
        Assert.Contains("Rename it to 'stacks/Pulumi.old.yaml'", folder.LoadProblem("old").Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'a.x'?", folder.LoadProblem("a-x").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slash_in_a_stack_name_is_a_dash_in_its_file() =>
        Assert.NotNull(new StackFolder { ["Pulumi.fraud-dev.yaml"] = "" }.LoadFine("fraud/dev"));

    [Fact]
    public void Later_fragments_win_over_earlier_ones_and_the_stack_over_all()
    {
        var stack = new StackFolder
        {
            ["Pulumi.dev.yaml"] = "config:\n  strata:extends: [a, b]\n  strata:x: { three: stack }\n",
            ["a.yaml"] = "config:\n  strata:x: { one: a, two: a, three: a }\n  aws:region: us-east-1\n",
            ["b.yaml"] = "config:\n  strata:extends: c\n  strata:x: { two: b, four: b }\n",
            ["c.yaml"] = "config:\n  strata:x: { two: c, four: c, five: c }\n",
        }.LoadFine();
        Assert.Equal("{x: {one: a, two: b, three: stack, four: b, five: c}}", Show(stack.Config));
        Assert.Equal("{aws:region: us-east-1}", Show(stack.ProviderConfig));
        Assert.Equal(["stacks/Pulumi.dev.yaml", "stacks/a.yaml", "stacks/c.yaml", "stacks/b.yaml"], stack.FilesRead);
    }

    [Fact]
    public void Every_value_says_which_file_set_it()
    {
        var stack = new StackFolder
        {
            ["Pulumi.dev.yaml"] = "config:\n  strata:extends: a\n  strata:x: { three: stack }\n",
            ["a.yaml"] = "config:\n  strata:x:\n    one: a\n    three: a\n",
        }.LoadFine();
        var x = Assert.IsType<YamlMapping>(stack.Config["x"]);
        Assert.Equal("stacks/a.yaml(3,10)", x["one"]!.Span.ToString());
        Assert.Equal("stacks/Pulumi.dev.yaml(3,22)", x["three"]!.Span.ToString());
    }

    [Fact]
    public void A_fragment_reached_twice_is_applied_in_each_place()
    {
        var stack = new StackFolder
        {
            ["Pulumi.dev.yaml"] = "config: { strata:extends: [a, b] }\n",
            ["a.yaml"] = "config: { strata:extends: base, strata:x: a }\n",
            ["b.yaml"] = "config: { strata:extends: base, strata:y: b }\n",
            ["base.yaml"] = "config: { strata:x: base, strata:y: base }\n",
        }.LoadFine();
        Assert.Equal("{x: base, y: b}", Show(stack.Config));
        Assert.Equal(["stacks/Pulumi.dev.yaml", "stacks/base.yaml", "stacks/a.yaml", "stacks/b.yaml"], stack.FilesRead);
    }

    [Fact]
    public void One_loader_reads_a_fragment_once_and_reports_its_problems_for_every_stack()
    {
        var folder = new StackFolder { ["base.yaml"] = "config: { strata:x: !own 1 }\ntypo: 1\n" };
        for (var i = 0; i < 20; i++)
        {
            folder[$"Pulumi.s{i}.yaml"] = "config: { strata:extends: base }\n";
        }

        var loader = new StackLoader(folder);
        var messages = loader.StackNames.AsParallel().Select(name =>
        {
            var diagnostics = new DiagnosticBag();
            loader.Load(name, diagnostics);
            return string.Join("\n", diagnostics.Sorted());
        }).Distinct().ToList();
        Assert.Equal(2, Assert.Single(messages).Split('\n').Length);
        Assert.Equal(21, folder.Reads);
    }

    [Theory]
    [InlineData("strata:x: 1\n  x: 2", "STR210", "'strata:x'")]
    [InlineData("strata:config:x: 1\n  strata:x: 2", "STR210", "'strata:config:x'")]
    [InlineData("a:b:c: 1", "STR209", "of the form '<namespace>:<name>'")]
    [InlineData("'strata:': 1", "STR209", "of the form")]
    [InlineData("strata:x:", "STR211", "'strata:x' has no value")]
    [InlineData("strata:x: !own [1]", "STR212", "'!own'")]
    [InlineData("strata:x: [{ 1.10: y }]", "STR121", "'1.10'")]
    [InlineData("aws:allowedAccountIds: [012345678901]", "STR121", "'12345678901'")]
    [InlineData("strata:extends: { a: b }", "STR213", "a map")]
    [InlineData("strata:extends: [[a]]", "STR213", "a list")]
    [InlineData("strata:extends: ../x", "STR214", "'../x'")]
    [InlineData("strata:extends: /etc/x", "STR214", "'/etc/x'")]
    [InlineData("strata:extends: 'C:x'", "STR214", "'C:x'")]
    [InlineData("strata:extends: 'a\\b'", "STR214", "'a\\b'")]
    [InlineData("strata:extends: ./a", "STR214", "'./a'")]
    [InlineData("strata:extends: ''", "STR214", "''")]
    [InlineData("strata:extends: base.yaml", "STR215", "Write 'base'")]
    [InlineData("strata:extends: [bose]", "STR216", "Did you mean 'base'?")]
    [InlineData("strata:extends: short", "STR202", "Rename it to 'stacks/short.yaml'")]
    [InlineData("strata:extends: Pulumi.prod", "STR217", "is a stack")]
    [InlineData("strata:extends: prod", "STR217", "is a stack")]
    [InlineData("strata:extends: [base, base]", "STR218", "listed twice")]
    [InlineData("strata:extends: self", "STR219", "self -> self")]
    [InlineData("strata:extends: loop-a", "STR219", "loop-a -> loop-b -> loop-a")]
    [InlineData("strata:extends: doubled", "STR220", "more than 256 files")]
    public void What_cannot_be_meant_is_an_error(string config, string code, string part)
    {
        var folder = new StackFolder
        {
            ["Pulumi.dev.yaml"] = $"config:\n  {config}\n",
            ["Pulumi.prod.yaml"] = "",
            ["base.yaml"] = "",
            ["short.yml"] = "",
            ["self.yaml"] = "config: { strata:extends: self }",
            ["loop-a.yaml"] = "config: { strata:extends: loop-b }",
            ["loop-b.yaml"] = "config: { strata:extends: loop-a }",
            ["doubled.yaml"] = "config: { strata:extends: [d0, e0] }",
        };
        for (var i = 0; i < 10; i++)
        {
            folder[$"d{i}.yaml"] = folder[$"e{i}.yaml"] = i == 9 ? "" : $"config: {{ strata:extends: [d{i + 1}, e{i + 1}] }}";
        }

        var problem = folder.Load().Diagnostics.Sorted()[0];
        Assert.Equal(code, problem.Code);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("- a\n", "STR204")]
    [InlineData("config: x\n", "STR205")]
    [InlineData("config: {}\nteam: x\n", "STR206")]
    [InlineData("confg: {}\n", "STR206")]
    [InlineData("a: b: c\n", "STR105")]
    public void A_stack_file_has_the_form_pulumi_keeps(string text, string code) =>
        Assert.Equal(code, new StackFolder { ["Pulumi.dev.yaml"] = text }.LoadProblem().Code);

    [Theory]
    [InlineData("encryptionsalt: v1:x\n", "STR207")]
    [InlineData("team: x\n", "STR208")]
    [InlineData("config: { strata:team: fraud }\n", "STR225")]
    [InlineData("config: { strata:secrets: { a: { secure: v1:x:y } } }\n", "STR237")]
    [InlineData("config: { aws:token: { secure: v1:x:y } }\n", "STR237")]
    [InlineData("config: { strata:x: [{ secure: v1:x:y }] }\n", "STR237")]
    [InlineData("a: [\n", "STR103")]
    public void A_fragment_has_the_form_of_a_shared_file(string text, string code)
    {
        var folder = new StackFolder { ["Pulumi.dev.yaml"] = "config: { strata:extends: base }\n", ["base.yaml"] = text };
        Assert.StartsWith("STR", folder.Load().Diagnostics.First().Code, StringComparison.Ordinal);
        Assert.Equal(code, folder.LoadProblem().Code);
    }
}
