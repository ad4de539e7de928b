using Strata.Text;

namespace Strata.Tests.Text;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("plain", 5)]
    [InlineData("日本", 4)]
    [InlineData("🚀", 2)]
    [InlineData("e\u0301", 1)]
    [InlineData("a\u200db", 2)]
    [InlineData("", 0)]
    public void Columns_are_counted_as_a_terminal_shows_them(string text, int width) => Assert.Equal(width, DisplayText.WidthOf(text));

    [Theory]
    [InlineData("a\u001b[31mb", "a␛[31mb")]
    [InlineData("a\r\nb\t", "a␍␊b␉")]
    [InlineData("a\u202eb\u0085", "a\ufffdb\ufffd")]
    [InlineData("größe 日本", "größe 日本")]
    public void Nothing_that_moves_the_cursor_gets_through(string text, string shown) => Assert.Equal(shown, DisplayText.OneLine(text));

    [Fact]
    public void A_lone_half_of_a_character_is_replaced() => Assert.Equal("\ufffd", DisplayText.OneLine("\ud83d"));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("日本語", 4, "日…")]
    public void What_does_not_fit_is_cut(string text, int width, string cut) => Assert.Equal(cut, DisplayText.Cut(text, width));
}
