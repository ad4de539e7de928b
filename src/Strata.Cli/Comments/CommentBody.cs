using System.Text.RegularExpressions;

namespace Strata.Cli.Comments;

/// <summary>
/// A comment's file may come from a pull request of a stranger, whose code wrote it: mentions, pictures and GitLab's commands in it are
/// made harmless. What <c>strata preview</c> writes has none outside of code, where this cannot be seen.
/// </summary>
internal static partial class CommentBody
{
    private const string Gap = "\u200B";

    public static string Clean(string text)
    {
        var clean = Mention().Replace(text.ReplaceLineEndings("\n"), $"@{Gap}");
        clean = Picture().Replace(clean, $"!{Gap}[");
        clean = Tag().Replace(clean, $"<{Gap}");
        return Command().Replace(clean, $"{Gap}/");
    }

    [GeneratedRegex("@(?=[A-Za-z0-9_-])")]
    private static partial Regex Mention();

    [GeneratedRegex(@"!\[(?!(CAUTION|WARNING)\])")]
    private static partial Regex Picture();

    [GeneratedRegex("<(?=(img|picture|video|audio|iframe|a)\\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("^/(?=[a-z])", RegexOptions.Multiline)]
    private static partial Regex Command();
}
