using FsCheck;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Strata.Cli.Output.Previews;
using Strata.Platform.Previews;

namespace Strata.Tests.Output.Previews;

public sealed class PreviewMarkdownTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras().Build();

    /// <summary>Pieces of names that would break out of something.</summary>
    private static readonly string[] Pieces =
    [
        "lake", "`", "``", "```", "````", "|", "\\|", "\\", "<details>", "</details>", "</summary>", "<!--", "-->", "<script>alert(1)</script>", "<img src=x>", "@octocat", "#1", "!7",
        "[x](http://evil.example)", "![i](http://evil.example/i.png)", "https://evil.example", "www.evil.example", "\n", "\r\n## h\r\n", "\u202e", "\0", "\u001b[31m", "~~~", "$$x$$", "*b*", "_i_",
        "> ", "- ", "/close", "\n/merge\n", "&lt;", "&", "🦊", "\ud800", " ", ":", "a@b.example", "\t", "{{ x }}", "${y}",
    ];

    private static readonly Arbitrary<string> Words = Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces.Take(6))).ToArbitrary();

    [Theory]
    [InlineData(1, 0)]
    [InlineData(100, 900)]
    [InlineData(2000, 3000)]
    public void A_comment_fits_and_is_balanced(int changed, int unchanged)
    {
        var text = Of(SampleReports.Many(changed, unchanged));
        Assert.True(text.Length <= PreviewMarkdown.CommentLimit, $"{text.Length} characters");
        AssertBalanced(text);
        AssertReadAsMeant(text, changed);
        Assert.StartsWith($"<!-- strata:preview v=1 commit={SampleReports.Head} base={SampleReports.Base} changed={changed} -->\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(2_000)]
    [InlineData(5_000)]
    [InlineData(12_000)]
    public void A_smaller_limit_is_held_too(int limit)
    {
        var text = PreviewMarkdown.Of(SampleReports.Many(30, 5), new PreviewMarkdownOptions("0.1.0") { Limit = limit + 2_000 });
        Assert.True(text.Length <= limit + 2_000, $"{text.Length} characters");
        AssertBalanced(text);
    }

    [Fact]
    public void A_single_stack_with_very_much_in_it_is_cut_inside_its_fence()
    {
        var stack = SampleReports.Changed("big", "x");
        var operations = Enumerable.Range(0, 20_000).Select(i => new Planning.Create($"i{i}", new SampleReports.Thing("aws:s3/bucket:Bucket", $"bucket-{i:00000}")));
        var text = Of(SampleReports.Of(stack with { Plan = new Planning.Plan("big", [.. operations], []) }));
        Assert.InRange(text.Length, 20_000, PreviewMarkdown.CommentLimit);
        AssertBalanced(text);
        Assert.Contains("more lines", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_values_stay_text() => Prop.ForAll(Words, word =>
    {
        var text = Of(SampleReports.Of(SampleReports.Changed("fraud-prod" + word, word), SampleReports.Failed(word)));
        AssertBalanced(text);
        AssertNoMarkupOfOthers(text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Failed_stacks_come_first_then_those_that_lose_data()
    {
        var text = Of(SampleReports.Of(SampleReports.Changed("b-fine", "w", losesData: false), SampleReports.Changed("c-loses", "w"), SampleReports.Failed("d-broken")));
        var rows = text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).ToList();
        Assert.Equal(["d-broken", "c-loses", "b-fine"], rows.Select(row => row.Split('`')[1]));
    }

    [Fact]
    public void A_comment_reads_like_this() => Golden.Check("preview/comment.md", Of(SampleReports.Of(
        SampleReports.Failed("churn-dev"), SampleReports.Changed("fraud-prod", "warehouse"), SampleReports.Changed("search-prod", "index", losesData: false), new StackPreview("same", PreviewStatus.Unchanged))));

    [Fact]
    public void Without_changes_it_says_so_in_a_sentence()
    {
        var text = Of(SampleReports.Many(0, 12));
        Assert.Contains("**No stack changes (12 compared).**", text, StringComparison.Ordinal);
        Assert.Equal(0, PreviewMarker.Read(text)!.Changed);
    }

    [Fact]
    public void Secrets_are_in_no_format()
    {
        var report = SampleReports.Of(SampleReports.Changed("fraud-prod", "warehouse"));
        foreach (var text in new[] { Of(report), PreviewMarkdown.Of(report, new PreviewMarkdownOptions("0") { Limit = PreviewMarkdownOptions.Unlimited }), PreviewHtml.Of(report, "0") })
        {
            Assert.DoesNotContain("hunter", text, StringComparison.Ordinal);
            Assert.DoesNotContain("abcdefgh", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ijklmnop", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("feature/x", "strata preview --base feature/x")]
    [InlineData("$(rm -rf ~)", "strata preview --base " + SampleReports.Base)]
    [InlineData("x;reboot", "strata preview --base " + SampleReports.Base)]
    [InlineData("--exec=x", "strata preview --base " + SampleReports.Base)]
    public void The_command_to_repeat_it_is_safe_to_paste(string name, string command)
    {
        var report = SampleReports.Many(1, 0) with { Base = new PreviewSide(name, SampleReports.Base, false) };
        Assert.Contains($"```bash\n{command}\n```", Of(report), StringComparison.Ordinal);
    }

    private static string Of(PreviewReport report) => PreviewMarkdown.Of(report, new PreviewMarkdownOptions("0.1.0"));

    /// <summary>Fences and details, by a parser that knows no more than lines: what opens closes, and nothing closes that was not opened.</summary>
    private static void AssertBalanced(string text)
    {
        string? fence = null;
        var open = 0;
        foreach (var line in text.Split('\n'))
        {
            var ticks = line.TakeWhile(c => c == '`').Count();
            if (fence is not null)
            {
                fence = ticks >= fence.Length && line.Trim('`').Length == 0 ? null : fence;
                continue;
            }

            Assert.False(line.StartsWith('/'), $"GitLab would carry this out: {line}");
            Assert.DoesNotContain('\r', line);
            if (ticks >= 3)
            {
                fence = line[..ticks];
            }

            open += line == "<details>" ? 1 : line == "</details>" ? -1 : 0;
            Assert.InRange(open, 0, 1);
        }

        Assert.Null(fence);
        Assert.Equal(0, open);
    }

    /// <summary>A reader of Markdown finds one table with a row for each stack that fits, and in every fold a summary; no fence leaks into prose.</summary>
    private static void AssertReadAsMeant(string text, int changed)
    {
        var document = Markdown.Parse(text, Pipeline);
        Assert.Single(document.Descendants<HeadingBlock>());
        var rows = Assert.Single(document.Descendants<Table>()).Count - 1;
        Assert.InRange(rows, Math.Min(changed, 50), changed);
        Assert.All(document.Descendants<TableRow>(), row => Assert.Equal(9, row.Count));
        var html = document.Descendants<HtmlBlock>().Select(block => block.Lines.ToString()).ToList();
        var folds = html.Count(block => block.StartsWith("<details>", StringComparison.Ordinal));
        Assert.InRange(folds, changed > 1_000 ? 0 : 1, changed);
        Assert.Equal(folds, html.Count(block => block.StartsWith("</details>", StringComparison.Ordinal)));
        Assert.All(html.Where(block => block.StartsWith("<details>", StringComparison.Ordinal)), block => Assert.EndsWith("</summary>", block.TrimEnd(), StringComparison.Ordinal));
        Assert.All(document.Descendants<FencedCodeBlock>(), block => Assert.True(block.Info is "diff" or "bash", block.Info));
        Assert.DoesNotContain("```", string.Concat(document.Descendants<LiteralInline>().Select(inline => inline.Content.ToString())), StringComparison.Ordinal);
        Assert.Single(document.Descendants<FencedCodeBlock>(), block => block.Info == "bash");
    }

    private static void AssertNoMarkupOfOthers(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HeadingBlock>().Skip(1));
        Assert.All(document.Descendants<HtmlInline>(), html => Assert.Matches("^</?(sub|code)>$", html.Tag));
        Assert.All(document.Descendants<HtmlBlock>(), html => Assert.Matches(@"^(<!-- strata:preview|<details>|</details>|<sub>)", html.Lines.ToString()));
        Assert.Equal(2, document.Descendants<Table>().Single().Count - 1);
        Assert.All(document.Descendants<TableRow>(), row => Assert.Equal(9, row.Count));
        foreach (var literal in document.Descendants<LiteralInline>().Select(inline => inline.Content.ToString()).Where(literal => literal != "!CAUTION]"))
        {
            Assert.DoesNotMatch("[@#!](?=[A-Za-z0-9])", literal);
        }
    }
}
