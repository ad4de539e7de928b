using FsCheck;
using FsCheck.Fluent;
using Strata.Cli.Output;
using Strata.Text;

namespace Strata.Tests.Output;

public sealed class SourceExcerptTests
{
    [Theory]
    [InlineData("  verzioning: true", "verzioning", "  verzioning: true", "  ^~~~~~~~~~")]
    [InlineData("a:\tb", "b", "a:  b", "    ^")]
    [InlineData("\t\tb", "b", "        b", "        ^")]
    [InlineData("名前: x", "x", "名前: x", "      ^")]
    [InlineData("x: 名前", "名前", "x: 名前", "   ^~~~")]
    [InlineData("cafe\u0301: x", "x", "cafe\u0301: x", "      ^")]
    [InlineData("a\u200bb: x", "x", "a\ufffdb: x", "     ^")]
    [InlineData("a\u001b[31m: x", "x", "a␛[31m: x", "        ^")]
    [InlineData("🚀: x", "x", "🚀: x", "    ^")]
    public void Marks_stand_under_what_they_mark(string line, string marked, string shown, string marks) =>
        Assert.Equal(new SourceExcerpt(shown, marks), SourceExcerpt.Of(Span($"one: 1\n{line}\nthree: 3", marked), 80));

    [Fact]
    public void A_span_over_several_lines_is_marked_to_the_end_of_the_first() =>
        Assert.Equal(new SourceExcerpt("a: [1,", "   ^~~"), SourceExcerpt.Of(Span("a: [1,\n2]\n", "[1,\n2]"), 80));

    [Fact]
    public void The_end_of_the_text_has_a_place() =>
        Assert.Equal(new SourceExcerpt("a: [1", "     ^"), SourceExcerpt.Of(new SourceSpan(new SourceText("f", "a: [1"), 5, 5), 80));

    [Theory]
    [InlineData("HERE, and then forty times more", "HERE, and then fort…", "^~~~")]
    [InlineData("this is far to the left of HERE and then more", "…t of HERE and then…", "      ^~~~")]
    [InlineData("this is far to the left, and at the end is HERE", "… at the end is HERE", "                ^~~~")]
    public void Of_a_long_line_the_part_around_the_place_is_shown(string line, string shown, string marks) =>
        Assert.Equal(new SourceExcerpt(shown, marks), SourceExcerpt.Of(Span(line, "HERE"), 20));

    [Fact]
    public void The_first_mark_is_always_within_the_width() => Prop.ForAll<string, int, int>((text, start, length) =>
    {
        text ??= "";
        start = Math.Clamp(Math.Abs(start % 200), 0, text.Length);
        var excerpt = SourceExcerpt.Of(new SourceSpan(new SourceText("f", text), start, Math.Min(text.Length, start + Math.Abs(length % 50))), 20);
        Assert.InRange(DisplayText.WidthOf(excerpt.Line), 0, 20);
        Assert.InRange(excerpt.Marks.Length, 1, 21);
    }).QuickCheckThrowOnFailure();

    private static SourceSpan Span(string text, string marked)
    {
        var start = text.LastIndexOf(marked, StringComparison.Ordinal);
        return new SourceSpan(new SourceText("stacks/x.yaml", text), start, start + marked.Length);
    }
}
