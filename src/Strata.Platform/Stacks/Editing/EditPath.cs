using System.Text;

namespace Strata.Platform.Stacks.Editing;

/// <summary>
/// A path as people write it: <c>compute.gpu.max</c>, <c>aws:region</c>, and a key with a dot in quotes,
/// <c>registries.images.pullThrough."quay.io"</c>.
/// </summary>
internal static class EditPath
{
    /// <summary>The keys from the top of a stack file; null when it is no path.</summary>
    public static IReadOnlyList<string>? Read(string path)
    {
        var keys = new List<string>();
        var key = new StringBuilder();
        var isQuoted = false;
        foreach (var c in path)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == '.' && !isQuoted)
            {
                keys.Add(key.ToString());
                key.Clear();
            }
            else
            {
                key.Append(c);
            }
        }

        keys.Add(key.ToString());
        if (isQuoted || keys.Any(part => part.Length == 0))
        {
            return null;
        }

        var first = keys[0].Contains(':', StringComparison.Ordinal) ? keys[0] : $"strata:{keys[0]}";
        return ["config", first, .. keys.Skip(1)];
    }
}
