using System.Text;

namespace Strata.Platform.Rendering;

/// <summary>What a plan changes, as a unified diff that <c>patch</c> and <c>git apply</c> read.</summary>
public static class RenderDiff
{
    private const int Context = 3;

    /// <summary>Above so many pairs of lines all of both texts is shown instead of the shortest edit.</summary>
    private const long MostPairs = 4_000_000;

    /// <summary>Empty when nothing changes.</summary>
    public static string Of(RenderPlan plan)
    {
        var text = new StringBuilder();
        foreach (var file in plan.Files.Where(file => file.State is FileState.Created or FileState.Changed or FileState.Stale))
        {
            text.Append(file.Before is null ? "--- /dev/null\n" : $"--- a/{file.Path}\n").Append(file.After is null ? "+++ /dev/null\n" : $"+++ b/{file.Path}\n");
            AddHunks(text, Edit(Lines(file.Before), Lines(file.After)));
        }

        return text.ToString();
    }

    /// <summary>The hunks of one file without the lines that name it; empty when both are the same.</summary>
    public static string Hunks(string? before, string? after)
    {
        var text = new StringBuilder();
        AddHunks(text, Edit(Lines(before), Lines(after)));
        return text.ToString();
    }

    private static string[] Lines(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var lines = text.Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : [.. lines[..^1], $"{lines[^1]}\n\\ No newline at end of file"];
    }

    /// <summary>All lines of both texts in order, each with a space, a minus or a plus.</summary>
    private static List<(char Sign, string Line)> Edit(string[] before, string[] after)
    {
        var same = 0;
        while (same < Math.Min(before.Length, after.Length) && before[same] == after[same])
        {
            same++;
        }

        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - same && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return
        [
            .. before[..same].Select(line => (' ', line)),
            .. Middle(before[same..^end], after[same..^end]),
            .. before[^end..].Select(line => (' ', line)),
        ];
    }

    private static IEnumerable<(char Sign, string Line)> Middle(string[] before, string[] after)
    {
        if ((long)before.Length * after.Length > MostPairs)
        {
            return before.Select(line => ('-', line)).Concat(after.Select(line => ('+', line)));
        }

        var common = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<(char, string)>();
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                lines.Add((' ', before[i++]));
                j++;
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', before[i++]));
            }
            else
            {
                lines.Add(('+', after[j++]));
            }
        }

        return lines;
    }

    private static void AddHunks(StringBuilder text, List<(char Sign, string Line)> edit)
    {
        var (old, now, at) = (1, 1, 0);
        while (at < edit.Count)
        {
            var first = edit.FindIndex(at, line => line.Sign != ' ');
            if (first < 0)
            {
                return;
            }

            var start = Math.Max(at, first - Context);
            (old, now) = (old + start - at, now + start - at);
            var stop = End(edit, first);
            var hunk = edit[start..stop];
            var (removed, added) = (hunk.Count(line => line.Sign != '+'), hunk.Count(line => line.Sign != '-'));
            text.Append($"@@ -{(removed == 0 ? old - 1 : old)},{removed} +{(added == 0 ? now - 1 : now)},{added} @@\n");
            text.AppendJoin("", hunk.Select(line => $"{line.Sign}{line.Line}\n"));
            (old, now, at) = (old + removed, now + added, stop);
        }
    }

    /// <summary>Where the hunk of a change ends: after its context, unless the next change is near.</summary>
    private static int End(List<(char Sign, string Line)> edit, int last)
    {
        while (edit.FindIndex(last + 1, line => line.Sign != ' ') is >= 0 and var next && next - last <= (2 * Context) + 1)
        {
            last = next;
        }

        return Math.Min(edit.Count, last + 1 + Context);
    }
}
