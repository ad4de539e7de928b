using Strata.Text;

namespace Strata.Graph.Formats;

/// <summary>A value and what it becomes, for people, on one line: what they begin with alike is left out when it would hide where they differ.</summary>
public static class ValuePairText
{
    /// <summary>Longer values are compared as far as this.</summary>
    private const int Longest = 4096;

    /// <param name="width">The most columns that each of the two may take, from 8.</param>
    public static (string Before, string After) Of(Value before, Value after, int width)
    {
        var (old, now) = (ValueText.Of(before, Longest), ValueText.Of(after, Longest));
        var alike = old.AsSpan().CommonPrefixLength(now);
        var start = alike - width / 2;
        if ((old.Length <= width && now.Length <= width) || alike < width - 4 || alike == Math.Min(old.Length, now.Length))
        {
            start = 0;
        }
        else if (char.IsLowSurrogate(old[start]))
        {
            start--;
        }

        return (Shown(old, start, width), Shown(now, start, width));
    }

    private static string Shown(string text, int start, int width) => DisplayText.Cut(start == 0 ? text : string.Concat("…", text.AsSpan(start)), width);
}
