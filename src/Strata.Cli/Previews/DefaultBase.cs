using Strata.Cli.Git;

namespace Strata.Cli.Previews;

/// <summary>What to compare with when nobody says: the branch that changes are merged into.</summary>
internal static class DefaultBase
{
    private static readonly string[] Usual = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];

    /// <summary>Null when there is no git, no repository or none of the usual branches.</summary>
    public static string? Find(GitRepository git)
    {
        if (git.IsRepository is not true)
        {
            return null;
        }

        var known = git.References;
        return Array.Find(Usual, name => known.Contains(name) || (name == "origin/HEAD" && known.Contains("origin")));
    }
}
