using FsCheck;
using FsCheck.Fluent;
using Strata.Yaml;
using static Strata.Tests.Yaml.YamlReading;

namespace Strata.Tests.Yaml;

/// <summary>FsCheck prints the seed of a failing case; <see cref="RandomYaml"/> gives the same text for it again.</summary>
public sealed class YamlReaderPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    [Fact]
    public void What_is_written_is_read() => Check(seed =>
    {
        var (text, shown) = RandomYaml.Write(seed);
        var (node, diagnostics) = Read(text);
        Assert.True(diagnostics.Count == 0, $"{text}\n{string.Join('\n', diagnostics)}");
        Assert.Equal(shown, Show(node));
        AssertSpans(node!);
    });

    [Fact]
    public void A_damaged_text_gives_a_tree_or_an_error_and_never_an_exception() => Check(seed =>
    {
        var text = RandomYaml.Damage(RandomYaml.Write(seed).Text, seed);
        AssertReadable(text);
    });

    [Fact]
    public void Any_text_gives_a_tree_or_an_error_and_never_an_exception() => Check(seed => AssertReadable(RandomYaml.Noise(seed)));

    [Fact]
    public void The_same_text_gives_the_same_problems() => Check(seed =>
    {
        var text = RandomYaml.Damage(RandomYaml.Write(seed).Text, seed);
        Assert.Equal(Read(text).Diagnostics.Select(d => d.ToString()), Read(text).Diagnostics.Select(d => d.ToString()));
    });

    private static void Check(Action<int> property) => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property).Check(Many);

    private static void AssertReadable(string text)
    {
        var (node, diagnostics) = Read(text);
        Assert.True(node is not null || diagnostics.HasErrors);
        Assert.All(diagnostics, d => Assert.InRange(d.Span!.Value.Start, 0, text.Length));
        if (node is not null)
        {
            AssertSpans(node);
        }
    }

    /// <summary>Every node lies within its parent, except what an alias brings in; a single value's span begins as it is written.</summary>
    private static void AssertSpans(YamlNode node, YamlNode? parent = null)
    {
        var (start, end) = (node.Span.Start, node.Span.End);
        Assert.InRange(start, 0, end);
        Assert.InRange(end, start, node.Span.Source.Content.Length);
        if (parent is not null && node.AliasSite is null)
        {
            Assert.InRange(start, parent.Span.Start, parent.Span.End);
            Assert.InRange(end, parent.Span.Start, parent.Span.End);
        }

        switch (node)
        {
            case YamlScalar scalar:
                AssertWritten(scalar, Written(scalar));
                break;
            case YamlSequence sequence:
                Assert.All(sequence.Items, item => AssertSpans(item, node));
                break;
            case YamlMapping mapping:
                Assert.All(mapping.Entries, entry => AssertSpans(entry.Key, node));
                Assert.All(mapping.Entries, entry => AssertSpans(entry.Value, node));
                break;
        }
    }

    private static void AssertWritten(YamlScalar scalar, string written)
    {
        if (written.Length == 0)
        {
            Assert.Equal("", scalar.Text);
        }
        else if (written[0] is not ('&' or '!' or '*'))
        {
            var firstWord = scalar.Text.Split((char[]?)null, 2)[0];
            Assert.True(
                scalar.IsPlain ? written.StartsWith(firstWord, StringComparison.Ordinal) : written[0] is '"' or '\'' or '|' or '>',
                $"'{written}' is not how '{scalar.Text}' begins");
        }
    }
}
