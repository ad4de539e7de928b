using System.Globalization;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>
/// The way to a part of an output as Pulumi writes it: <c>certificateAuthority.data</c>, <c>names[0]</c>, <c>tags["a.b"]</c>.
/// What does not read as a path is a name.
/// </summary>
internal static class PropertyPath
{
    public static IReadOnlyList<PathStep> Parse(string path)
    {
        var steps = new List<PathStep>();
        for (var rest = path; rest.Length > 0;)
        {
            rest = rest[0] is '[' && TakeBracket(rest, out var step, out var length)
                ? Add(step, rest[length..])
                : AddName(rest);
        }

        return steps;

        string Add(PathStep step, string after)
        {
            steps.Add(step);
            return after is ['.', ..] ? after[1..] : after;
        }

        string AddName(string text)
        {
            var end = text.AsSpan(1).IndexOfAny('.', '[') + 1;
            end = end == 0 ? text.Length : end;
            return Add(new PathStep(text[..end]), text[end..]);
        }
    }

    private static bool TakeBracket(string text, out PathStep step, out int length)
    {
        (step, length) = (default, 0);
        if (text is ['[', '"', ..])
        {
            var end = text.IndexOf("\"]", StringComparison.Ordinal);
            (step, length) = end < 2 ? default : (new PathStep(text[2..end]), end + 2);
            return end >= 2;
        }

        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (close < 0 || !int.TryParse(text.AsSpan(1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return false;
        }

        (step, length) = (new PathStep(null, index), close + 1);
        return true;
    }
}
