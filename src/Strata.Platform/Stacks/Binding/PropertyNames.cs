namespace Strata.Platform.Stacks;

/// <summary>How C# names and the names in files correspond.</summary>
internal static class PropertyNames
{
    /// <summary><c>ExpireAfterDays</c> to <c>expireAfterDays</c>.</summary>
    public static string InFiles(string property) => char.ToLowerInvariant(property[0]) + property[1..];

    /// <summary><c>PerZone</c> to <c>per-zone</c>: the words of a choice.</summary>
    public static string OfChoice(string member)
    {
        var words = new List<char>(member.Length + 4);
        foreach (var c in member)
        {
            if (char.IsUpper(c) && words.Count > 0)
            {
                words.Add('-');
            }

            words.Add(char.ToLowerInvariant(c));
        }

        return new string([.. words]);
    }
}
