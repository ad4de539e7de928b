using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Yaml;
using static Strata.Platform.Tests.Loading.StackFolder;

namespace Strata.Platform.Tests.Loading;

public sealed class LoadFromEngineTests
{
    private const string Full = """
        encryptionsalt: v1:salt
        config:
          aws:region: eu-west-1
          aws:allowedAccountIds: ["012345678901"]
          aws:secretKey: { secure: v1:a:bbbb }
          gcp:labels: { a: { secure: v1:a:cccc }, b: c }
          strata:extends: [base]
          team: fraud
          strata:config:environment: dev
          strata:version: "1.30"
          strata:count: 0x1F
          strata:ratio: 1.50
          strata:big: 123456789012345678901234567890
          strata:flag: True
          strata:quoted: "true"
          strata:text: "{not json"
          strata:looksLikeJson: '[1, 2]'
          strata:date: 2024-01-02
          strata:empty: ""
          strata:storage:
            z: { kind: objects, versioning: true, days: 0o17, note: "<a> & \"b\" \\ \u2028 \u0085 é 😀" }
            a: &a [1, 2.50, ~, x, "3", { k: v }]
            m: *a
            block: |
              line
                more
          strata:list: { $append: [c] }
          strata:secrets:
            wandb: { secure: v1:a:dddd }
            hub: { secure: v1:a:eeee }
        """;

    private static StackFolder Folder(string? text) => text is null
        ? new StackFolder { ["base.yaml"] = "config: { strata:list: [a, b] }\n" }
        : new StackFolder { ["base.yaml"] = "config: { strata:list: [a, b] }\n", ["Pulumi.dev.yaml"] = text };

    public static TheoryData<string> Files =>
    [
        Full,
        "config: {}\n",
        "config:\n  strata:x: [[], {}, [{}]]\n",
        "config:\n  strata:x:\n    <<: &a { y: 1 }\n    z: 2\n",
        "config:\n  strata:extends: base\n  strata:list: [x]\n",
        "config:\n  strata:team: ''\n  b: yes\n  strata:a: 'no'\n",
        "config:\n  strata:secrets: {}\n",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_stack_from_the_engine_equals_the_stack_from_its_file(string text)
    {
        var folder = Folder(text);
        var fromFile = folder.LoadFine();
        var (config, secretKeys) = PulumiEngine.Read(text);
        var fromEngine = LoadFine(folder, config, secretKeys);
        Assert.Equal(Show(fromFile.Config), Show(fromEngine.Config));
        Assert.Equal(Show(fromFile.ProviderConfig), Show(fromEngine.ProviderConfig));
        Assert.Equal(fromFile.FilesRead, fromEngine.FilesRead);
        Assert.All(fromEngine.Config.Entries, e => Assert.StartsWith("stacks/", e.Value.Span.Source.Path, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Without_the_file_the_stack_means_the_same(string text)
    {
        var fromFile = Folder(text).LoadFine();
        var (config, secretKeys) = PulumiEngine.Read(text);
        var fromEngine = LoadFine(Folder(null), config, secretKeys);
        Assert.Equal(Meaning(fromFile.Config), Meaning(fromEngine.Config));
        Assert.DoesNotContain("stacks/Pulumi.dev.yaml", fromEngine.FilesRead);
    }

    [Fact]
    public void Secrets_are_handed_over_apart_and_stand_nowhere_in_the_tree()
    {
        var (config, secretKeys) = PulumiEngine.Read(Full);
        var (withoutKeys, without) = (Load(Folder(Full), config, null), Load(Folder(null), config, secretKeys));
        foreach (var stack in new[] { Load(Folder(Full), config, secretKeys), withoutKeys, without })
        {
            Assert.Equal("plain-v1:a:dddd", stack.Secrets["wandb"]);
            Assert.Equal("plain-v1:a:bbbb", stack.Secrets["aws:secretKey"]);
            Assert.Equal("{\"a\":\"plain-v1:a:cccc\",\"b\":\"c\"}", stack.Secrets["gcp:labels"]);
            Assert.Equal(4, stack.Secrets.Count);
            foreach (var node in Nodes(stack.Config).Concat(Nodes(stack.ProviderConfig)))
            {
                Assert.DoesNotContain("plain-", node.Span.Source.Content + node.Span.Source.Path + (node as YamlScalar)?.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_engine_wins_over_the_file_and_its_values_say_where_they_come_from()
    {
        var folder = Folder("config:\n  strata:team: fraud\n  strata:gone: 1\n  strata:x: { a: 1 }\n");
        var stack = LoadFine(folder, new Dictionary<string, string> { ["strata:x"] = "{\"a\": 2}", ["strata:team"] = "fraud", ["aws:region"] = "r" }, []);
        Assert.Equal("{team: fraud, x: {a: 2}}", Show(stack.Config));
        Assert.Equal("stacks/Pulumi.dev.yaml(2,16)", stack.Config["team"]!.Span.ToString());
        Assert.Equal("config strata:x(1,7)", ((YamlMapping)stack.Config["x"]!)["a"]!.Span.ToString());
        Assert.Equal("config aws:region(1,1)", stack.ProviderConfig["aws:region"]!.Span.ToString());
    }

    [Fact]
    public void Json_that_is_spaced_or_ordered_otherwise_is_still_the_files_value()
    {
        var folder = Folder("config:\n  strata:x: { b: 1.50, a: <b> }\n");
        var stack = LoadFine(folder, new Dictionary<string, string> { ["strata:x"] = "{ \"b\": 1.5, \"a\": \"<b>\" }" }, []);
        Assert.Equal("stacks/Pulumi.dev.yaml(2,13)", stack.Config["x"]!.Span.ToString());
    }

    [Theory]
    [InlineData("strata:secrets", "{\"a\":5}", "'a' is not encrypted")]
    [InlineData("strata:secrets", "hunter2", "is a map from names")]
    [InlineData("strata:secrets", "[\"hunter2\"]", "is a map from names")]
    [InlineData("strata:token", "hunter2", "must stand below 'strata:secrets'")]
    [InlineData("a:b:c", "x", "of the form")]
    public void A_wrong_value_is_an_error_without_the_value(string key, string value, string part)
    {
        var diagnostics = new DiagnosticBag();
        new StackLoader(Folder(null)).LoadFromEngine("dev", new Dictionary<string, string> { [key] = value }, diagnostics, ["strata:secrets", "strata:token"]);
        var problem = Assert.Single(diagnostics);
        Assert.Contains(part, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", problem.ToString() + problem.Span?.Source.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config:\n  strata:secrets: { a: hunter2 }\n", "strata:secrets", "{\"a\":\"hunter2\"}", "")]
    [InlineData("config:\n  strata:secrets: { a: { secure: v1:a:b } }\n", "strata:secrets", "{\"a\":\"hunter2\"}", "")]
    [InlineData("config:\n  strata:token: { secure: v1:a:b }\n", "strata:token", "hunter2", "strata:token")]
    public void A_secret_that_is_none_is_an_error_on_its_line(string file, string key, string value, string secretKey)
    {
        var diagnostics = new DiagnosticBag();
        var stack = new StackLoader(Folder(file)).LoadFromEngine("dev", new Dictionary<string, string> { [key] = value }, diagnostics, [secretKey]);
        Assert.Equal("stacks/Pulumi.dev.yaml", Assert.Single(diagnostics).Span!.Value.Source.Path);
        Assert.Empty(stack!.Secrets);
    }

    private static ResolvedStack Load(StackFolder folder, Dictionary<string, string> config, IReadOnlyCollection<string>? secretKeys) =>
        new StackLoader(folder).LoadFromEngine("dev", config, [], secretKeys)!;

    private static ResolvedStack LoadFine(StackFolder folder, Dictionary<string, string> config, IReadOnlyCollection<string> secretKeys)
    {
        var diagnostics = new DiagnosticBag();
        var stack = new StackLoader(folder).LoadFromEngine("dev", config, diagnostics, secretKeys);
        Assert.Empty(diagnostics);
        return Assert.IsType<ResolvedStack>(stack);
    }

    /// <summary>The tree with single values as they reach a program and keys in order: the engine knows neither spelling nor order.</summary>
    private static string Meaning(YamlNode node) => node switch
    {
        YamlScalar { IsPlain: true } plain => PlainScalar.Read(plain.Text).Text,
        YamlScalar text => text.Text,
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Meaning))}]",
        YamlMapping map => $"{{{string.Join(", ", map.Entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal).Select(e => $"{e.Key.Text}: {Meaning(e.Value)}"))}}}",
        _ => "?",
    };

    private static IEnumerable<YamlNode> Nodes(YamlNode node) => node switch
    {
        YamlSequence list => list.Items.SelectMany(Nodes).Prepend(node),
        YamlMapping map => map.Entries.SelectMany(e => Nodes(e.Value).Prepend(e.Key)).Prepend(node),
        _ => [node],
    };
}
