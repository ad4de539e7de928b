using FsCheck;
using FsCheck.Fluent;
using Strata.Diagnostics;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Yaml;
using static Strata.Platform.Tests.Loading.StackFolder;

namespace Strata.Platform.Tests.Loading;

/// <summary>FsCheck prints the seed of a failing case.</summary>
public sealed class LayerMergePropertyTests
{
    private static readonly SourceText Source = new("layers", "");

    [Fact]
    public void Merging_is_associative() => Check(seed =>
    {
        var (a, b, c) = Layers(seed, hasOperators: false);
        var flat = Merge(a, b, c);
        Assert.Equal(flat, Merge(Node(a, b), c));
        Assert.Equal(flat, Merge(a, Node(b, c)));
    });

    [Fact]
    public void Operators_act_on_what_came_before_however_it_was_put_together() => Check(seed =>
    {
        var (a, b, c) = Layers(seed, hasOperators: true);
        Assert.Equal(Merge(a, b, c), Merge(Node(a, b), c));
    });

    [Fact]
    public void A_layer_merged_with_itself_or_with_nothing_is_itself() => Check(seed =>
    {
        var (a, _, _) = Layers(seed, hasOperators: false);
        Assert.Equal(Show(a), Merge(a));
        Assert.Equal(Show(a), Merge(a, a));
        Assert.Equal(Show(a), Merge(a, Map([])));
        Assert.Equal(Show(a), Merge(Map([]), a));
    });

    [Fact]
    public void Every_single_value_is_the_node_of_the_last_layer_that_has_it() => Check(seed =>
    {
        var (a, b, c) = Layers(seed, hasOperators: false);
        AssertLast(Node(a, b, c), [c, b, a]);
    });

    [Fact]
    public void A_thousand_layers_take_no_longer_than_their_size()
    {
        // Every layer adds to one list and one map; copying them each time would be five hundred million steps.
        var layers = Enumerable.Range(0, 1_000).Select(i => Map(
            [.. Enumerable.Range(0, 100).Select(j => (Key: $"k{(i * 100) + j}", Value: (YamlNode)Scalar("x"))), ("list", Operator("$append", List([.. Enumerable.Range(0, 1_000).Select(_ => Scalar("x"))])))]));
        var merged = LayerMerge.Merge(layers, new SourceSpan(Source, 0, 0), []);
        Assert.Equal(100_001, merged.Entries.Count);
        Assert.Equal(1_000_000, Assert.IsType<YamlSequence>(merged["list"]).Items.Count);
    }

    private static void Check(Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static string Merge(params YamlMapping[] layers) => Show(Node(layers));

    private static YamlMapping Node(params YamlMapping[] layers)
    {
        var diagnostics = new DiagnosticBag();
        var merged = LayerMerge.Merge(layers, new SourceSpan(Source, 0, 0), diagnostics);
        Assert.False(diagnostics.HasErrors);
        return merged;
    }

    private static void AssertLast(YamlMapping merged, YamlMapping[] lastFirst)
    {
        foreach (var (key, value) in merged.Entries)
        {
            if (value is YamlMapping inner)
            {
                AssertLast(inner, [.. lastFirst.Select(l => l[key.Text]).OfType<YamlMapping>()]);
            }
            else
            {
                Assert.Same(lastFirst.Select(l => l[key.Text]).First(v => v is not null), value);
            }
        }
    }

    private static (YamlMapping A, YamlMapping B, YamlMapping C) Layers(int seed, bool hasOperators)
    {
        var random = new Random(seed);
        return (Layer(random, hasOperators, 0), Layer(random, hasOperators, 0), Layer(random, hasOperators, 0));
    }

    /// <summary>A key's first letter says its kind, so that random layers never disagree on one.</summary>
    private static YamlMapping Layer(Random random, bool hasOperators, int depth) => Map(
    [
        .. new[] { "s1", "s2", "s3", "l1", "l2", "m1", "m2", "m3" }
            .Where(key => random.Next(2) == 0 && (depth < 4 || key[0] != 'm'))
            .OrderBy(_ => random.Next())
            .Select(key => (key, Value(random, key[0], hasOperators, depth))),
    ]);

    private static YamlNode Value(Random random, char kind, bool hasOperators, int depth) => (kind, hasOperators ? random.Next(4) : 3) switch
    {
        (_, 0) => Operator("$unset", Scalar("true")),
        ('l', 1) => Operator("$append", Items(random)),
        ('l', _) => Items(random),
        ('m', _) => Layer(random, hasOperators, depth + 1),
        _ => Scalar($"v{random.Next(100)}"),
    };

    private static YamlSequence Items(Random random) => List([.. Enumerable.Range(0, random.Next(3)).Select(_ => Scalar($"i{random.Next(100)}"))]);

    private static YamlMapping Operator(string name, YamlNode value) => Map([(name, value)]);

    private static YamlMapping Map((string Key, YamlNode Value)[] entries) =>
        new(new SourceSpan(Source, 0, 0), [.. entries.Select(e => new YamlEntry(Scalar(e.Key), e.Value))]);

    private static YamlSequence List(YamlNode[] items) => new(new SourceSpan(Source, 0, 0), items);

    private static YamlScalar Scalar(string text) => new(new SourceSpan(Source, 0, 0), text, isPlain: true);
}
