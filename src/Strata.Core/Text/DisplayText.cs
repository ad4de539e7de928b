using System.Globalization;
using System.Text;

namespace Strata.Text;

/// <summary>Text as a terminal shows it: how many columns it takes, and which characters must not reach it as they are.</summary>
public static class DisplayText
{
    private static readonly Rune Unprintable = new(0xFFFD);

    /// <summary>
    /// Columns of a character: 0 for combining marks and joiners, 2 for East Asian wide characters and emoji (Unicode's
    /// EastAsianWidth W and F, by blocks), otherwise 1.
    /// </summary>
    public static int WidthOf(Rune rune) => rune.Value < 0x300 ? 1 : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    public static int WidthOf(ReadOnlySpan<char> text)
    {
        if (IsPlain(text))
        {
            return text.Length;
        }

        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += WidthOf(rune);
        }

        return width;
    }

    /// <summary>
    /// The character itself, or a visible one in its place when it would move the cursor, start an escape sequence or change
    /// the direction of the text around it.
    /// </summary>
    public static Rune Visible(Rune rune) => rune.Value switch
    {
        < 0x20 => new Rune(0x2400 + rune.Value),
        < 0x7F => rune,
        0x7F => new Rune(0x2421),
        0x200C or 0x200D => rune,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? Unprintable : rune,
    };

    /// <summary>The text with every character <see cref="Visible"/>, so that it stays on one line.</summary>
    public static string OneLine(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            visible.Append(Visible(rune));
        }

        return visible.ToString();
    }

    /// <summary>The text if it fits in <paramref name="width"/> columns; else its beginning and <c>…</c>.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width / 2 || WidthOf(text) <= width)
        {
            return text;
        }

        var (taken, columns) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            columns += WidthOf(rune);
            if (columns > width - 1)
            {
                break;
            }

            taken += rune.Utf16SequenceLength;
        }

        return string.Concat(text.AsSpan(0, taken), "…");
    }

    /// <summary>Printable ASCII only: the common case, found many characters at a time.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(' ', '~') < 0;

    private static bool IsWide(int code) => code is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF) or (>= 0xA000 and <= 0xA4CF) or (>= 0xA960 and <= 0xA97F) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
