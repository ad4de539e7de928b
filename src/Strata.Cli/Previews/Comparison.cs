using Strata.Cli.Commands;
using Strata.Cli.Files;
using Strata.Cli.Git;
using Strata.Platform.Previews;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Cli.Previews;

/// <summary>The two states that are compared, found by git.</summary>
/// <param name="Names">The stacks of both.</param>
internal sealed record Comparison(PreviewSide Base, PreviewSide Head, IReadOnlyList<string> Names, Previewer Previewer)
{
    /// <param name="reference">What to compare with: the base is where its history and the head's part.</param>
    /// <param name="head">A commit to take for the head; null for the working tree.</param>
    /// <param name="say">Takes what is going on.</param>
    /// <param name="assessment">What costs and policy findings are worked out by; null to leave them out.</param>
    /// <exception cref="GitFailedException">There is no base, with what to do about it.</exception>
    public static Comparison Open(CommandContext context, GitRepository git, string reference, string? head, string cache, Action<string> say, PreviewAssessment? assessment = null)
    {
        say($"Comparing with {reference}…");
        var (baseCommit, headCommit) = BaseFinder.Find(git, reference, head);
        var fromBase = git.Differences(baseCommit, null);
        var fromHead = head is null && baseCommit == headCommit ? fromBase : git.Differences(headCommit, null);
        var changes = RepositoryChanges.Of(head is null ? fromBase.Keys : git.Differences(baseCommit, headCommit).Keys);
        var now = new DiskStackFiles(context.Root, context.Stages);
        var before = State(context.Root, now, Texts(git, fromBase));
        var after = head is null ? new RepositoryState(now, context.Stacks, Library(context.Root, null)) : State(context.Root, now, Texts(git, fromHead));
        var builds = new BuiltSide(git, cache, say);
        var previewer = new Previewer(before, after, changes, Planner(before, baseCommit, fromBase), head is null ? after.OwnPlanner() : Planner(after, headCommit, fromHead), assessment);
        return new Comparison(
            new PreviewSide(reference, baseCommit, false),
            new PreviewSide(head, headCommit, head is null && fromHead.Count > 0),
            [.. before.Stacks.Names.Union(after.Stacks.Names).Order(StringComparer.Ordinal)],
            previewer);

        // This program is the working tree's: a state with other code is planned by its own.
        ISidePlanner Planner(RepositoryState state, string commit, IReadOnlyDictionary<string, string?> differences) =>
            differences.Keys.Any(RepositoryChanges.IsCode) ? builds.Planner(commit, state.Stacks.Names) : state.OwnPlanner();
    }

    private static RepositoryState State(string root, DiskStackFiles now, IReadOnlyDictionary<string, string?> differing)
    {
        var files = new OverlayStackFiles(now, differing);
        return new RepositoryState(files, new StackRepository(files), Library(root, differing));
    }

    private static Func<string, TemplateLibrary> Library(string root, IReadOnlyDictionary<string, string?>? differing)
    {
        var libraries = new System.Collections.Concurrent.ConcurrentDictionary<string, TemplateLibrary>(StringComparer.Ordinal);
        return team => libraries.GetOrAdd(team, name => new TemplateLibrary(differing is null ? new DiskTemplates(root, name) : new OverlayTemplates(new DiskTemplates(root, name), path => DiskTemplates.Read(root, path), name, differing)));
    }

    /// <summary>What a commit has in the place of stack files and templates that differ.</summary>
    private static Dictionary<string, string?> Texts(GitRepository git, IReadOnlyDictionary<string, string?> differences)
    {
        var read = differences.Where(file => RepositoryChanges.IsStackFile(file.Key) || RepositoryChanges.IsTemplate(file.Key)).ToList();
        var texts = git.Read([.. read.Select(file => file.Value).OfType<string>().Distinct()]);
        return read.ToDictionary(file => file.Key, file => file.Value is { } hash ? texts.GetValueOrDefault(hash) : null, StringComparer.Ordinal);
    }
}
