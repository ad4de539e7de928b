using Strata.Diagnostics;

namespace Strata.Cli.Git;

/// <summary>Finds the commit to compare with: where the head's history and the base's part.</summary>
internal static class BaseFinder
{
    /// <summary>The two commits, or why there are none.</summary>
    /// <param name="reference">A branch, tag or hash.</param>
    /// <param name="head">The same for the head; null for the working tree.</param>
    /// <exception cref="GitFailedException">With what to do about it.</exception>
    public static (string Base, string Head) Find(GitRepository git, string reference, string? head)
    {
        switch (git.IsRepository)
        {
            case null:
                throw new GitFailedException(GitErrors.NoGit(reference));
            case false:
                throw new GitFailedException(GitErrors.NotARepository(git.Folder, reference));
        }

        if (head is null && git.Unmerged is { Count: > 0 } conflicts)
        {
            throw new GitFailedException(GitErrors.Conflicts(conflicts));
        }

        var tip = git.CommitOf(head ?? "HEAD") ?? throw new GitFailedException(head is null ? GitErrors.NoCommit() : Unknown(git, head));
        var named = git.CommitOf(reference) ?? throw new GitFailedException(Unknown(git, reference));
        if (git.MergeBase(named, tip) is { } common)
        {
            return (common, tip);
        }

        // What a CI system names by its hash, it has fetched on purpose: the history between is not needed.
        return !git.IsShallow ? throw new GitFailedException(GitErrors.NoCommonCommit(reference, head ?? "HEAD"))
            : IsHash(reference) ? (named, tip)
            : throw new GitFailedException(GitErrors.Shallow(reference));
    }

    public static bool IsHash(string reference) => reference.Length is 40 or 64 && reference.All(char.IsAsciiHexDigit);

    private static Diagnostic Unknown(GitRepository git, string reference)
    {
        var remote = reference.Split('/', 2) is [var name, var branch] && name.Length > 0 ? $"Run 'git fetch {name} {branch}' if it is a branch there." : "";
        var hint = IsHash(reference) ? $"Run 'git fetch origin {reference}' first." : remote.Length > 0 ? remote : "Name one that 'git branch --all' or 'git tag' shows, or a hash.";
        return GitErrors.UnknownRef(reference, [.. git.References], hint);
    }
}
