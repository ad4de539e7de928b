using Strata.Diagnostics;

namespace Strata.Cli.Git;

/// <summary>Problems of finding what to compare with.</summary>
public static class GitErrors
{
    public static Diagnostic NoGit(string reference) =>
        Diagnostic.Error("STR620", null, $"'{reference}' cannot be compared with: git is not on the path. Install it, or show everything as new with --empty-base.");

    public static Diagnostic NotARepository(string folder, string reference) =>
        Diagnostic.Error("STR621", null, $"'{reference}' cannot be compared with: '{folder}' is in no git repository. Run the command in a clone, or show everything as new with --empty-base.");

    public static Diagnostic UnknownRef(string reference, IReadOnlyCollection<string> known, string hint) =>
        Diagnostic.Error("STR622", null, $"There is no commit, branch or tag '{reference}' here.{(SpellCheck(reference, known) is { } nearest ? $" Did you mean '{nearest}'?" : "")} {hint}");

    public static Diagnostic Shallow(string reference) =>
        Diagnostic.Error("STR623", null, $"The clone is shallow and does not reach back to where '{reference}' and the head part. Run 'git fetch --unshallow origin' first; in GitHub Actions set 'fetch-depth: 0' for actions/checkout, in GitLab CI 'GIT_DEPTH: 0'. Or name the base as the full hash of a commit that is here, which is then compared with as it is.");

    public static Diagnostic NoCommonCommit(string reference, string head) =>
        Diagnostic.Error("STR624", null, $"'{reference}' and '{head}' have no commit in common. Name a commit, branch or tag of this history, or show everything as new with --empty-base.");

    public static Diagnostic Conflicts(IReadOnlyCollection<string> files) =>
        Diagnostic.Error("STR625", null, $"A merge is under way and has conflicts in {string.Join(", ", files)}. Resolve them and 'git add' the files, or take the merge back with 'git merge --abort'.");

    public static Diagnostic Failed(string command, string said) =>
        Diagnostic.Error("STR626", null, $"'git {command}' failed: {(said.Length == 0 ? "it says nothing more" : said.TrimEnd('.'))}. Mend that and run the command again.");

    public static Diagnostic NoCommit() =>
        Diagnostic.Error("STR627", null, "The git repository has no commit yet, so that there is nothing to compare with. Commit first, or show everything as new with --empty-base.");

    public static Diagnostic BothBases() =>
        Diagnostic.Error("STR628", null, "--base and --empty-base contradict each other. Give one of the two.");

    public static Diagnostic HeadWithoutBase() =>
        Diagnostic.Error("STR629", null, "--head says what to compare, but not with what. Add --base with a commit, branch or tag.");

    private static string? SpellCheck(string reference, IReadOnlyCollection<string> known) => Text.SpellChecker.Nearest(reference, known);
}
