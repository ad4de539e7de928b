using System.Text;

namespace Strata.Tests;

/// <summary>The difference of two texts by lines, as far as a person wants to read it.</summary>
internal static class TextDiff
{
    private const int Context = 3;
    private const int MostLines = 80;
    private const int MostPairs = 4_000_000;

    public static string Of(string before, string after)
    {
        var (a, b) = (before.Split('\n'), after.Split('\n'));
        var same = 0;
        while (same < Math.Min(a.Length, b.Length) && a[same] == b[same])
        {
            same++;
        }

        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - same && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var lines = new List<string>();
        var first = Math.Max(0, same - Context);
        lines.AddRange(a[first..same].Select(line => $"  {line}"));
        lines.AddRange(Middle(a[same..^end], b[same..^end]));
        lines.AddRange(a[^end..].Take(Context).Select(line => $"  {line}"));
        var text = new StringBuilder($"  @@ line {first + 1}\n").AppendJoin('\n', lines.Take(MostLines));
        return lines.Count > MostLines ? $"{text}\n  … and {lines.Count - MostLines} lines more" : text.ToString();
    }

    /// <summary>The shortest edit by the longest common subsequence; of very long texts, all of both.</summary>
    private static IEnumerable<string> Middle(string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > MostPairs)
        {
            return a.Select(line => $"- {line}").Concat(b.Select(line => $"+ {line}"));
        }

        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return Fold(Walk(a, b, common));
    }

    private static IEnumerable<string> Walk(string[] a, string[] b, int[,] common)
    {
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                yield return $"  {a[i]}";
                (i, j) = (i + 1, j + 1);
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                yield return $"- {a[i++]}";
            }
            else
            {
                yield return $"+ {b[j++]}";
            }
        }
    }

    /// <summary>Leaves out what is the same and not near a difference.</summary>
    private static IEnumerable<string> Fold(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var shown = new bool[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i][0] != ' ')
            {
                shown.AsSpan(Math.Max(0, i - Context)..Math.Min(all.Count, i + Context + 1)).Fill(true);
            }
        }

        for (var i = 0; i < all.Count; i++)
        {
            if (shown[i])
            {
                yield return all[i];
            }
            else if (i == 0 || shown[i - 1])
            {
                yield return "  …";
            }
        }
    }
}
