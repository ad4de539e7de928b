using Strata.Diagnostics;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>
/// Finds the stacks that a change of files can affect. Only files that differ and those that name them are read; of these only
/// stacks whose resolved configuration differs count. Whatever cannot be read counts too.
/// </summary>
internal sealed class AffectedFinder(RepositoryState before, RepositoryState after, RepositoryChanges changes)
{
    private readonly StackTexts _texts = new(after.Files);
    private readonly HashSet<string> _baseNames = [.. before.Stacks.Names];
    private readonly HashSet<string> _headNames = [.. after.Stacks.Names];

    /// <summary>By name. With changed templates or code, all stacks that could use them.</summary>
    public IReadOnlyList<StackChange> Find()
    {
        var found = new SortedDictionary<string, StackChange>(StringComparer.Ordinal);
        foreach (var change in Candidates().AsParallel().AsOrdered().Select(Compare).OfType<StackChange>().ToList())
        {
            found[change.Name] = change;
        }

        FollowReads(found);
        foreach (var name in _headNames.Where(MayUseTemplatesOrCode))
        {
            found.TryAdd(name, new StackChange(name, _baseNames.Contains(name), true, [], []));
        }

        return [.. found.Values];
    }

    private bool MayUseTemplatesOrCode(string name)
    {
        if (changes.Code.Count > 0)
        {
            return true;
        }

        if (changes.Templates.Count == 0)
        {
            return false;
        }

        var teams = changes.Templates.Select(RepositoryChanges.TeamOf).ToList();
        return teams.Contains(null) || after.Stacks.Bind(name)?.Model is not { Config.Team: var team } || teams.Contains(team);
    }

    /// <summary>Stacks whose own file or one that they may extend differs.</summary>
    private IReadOnlyList<string> Candidates()
    {
        var names = new SortedSet<string>(changes.StackFiles.Select(StackPaths.StackOf).OfType<string>(), StringComparer.Ordinal);
        var fragments = new SortedSet<string>(changes.StackFiles.Select(StackPaths.FragmentOf).OfType<string>(), StringComparer.Ordinal);
        var next = fragments.ToList();
        while (next.Count > 0)
        {
            var mentioning = _texts.Mentioning(next);
            names.UnionWith(mentioning.Select(StackPaths.StackOf).OfType<string>());
            next = [.. mentioning.Select(StackPaths.FragmentOf).OfType<string>().Where(fragments.Add)];
        }

        return [.. names];
    }

    /// <summary>Null when nothing that the stack is made of differs.</summary>
    private StackChange? Compare(string name)
    {
        var (inBase, inHead) = (_baseNames.Contains(name), _headNames.Contains(name));
        return (inBase, inHead) switch
        {
            (false, false) => null,
            (false, true) => new StackChange(name, false, true, [new AffectedReason(AffectedKind.Stack, "The stack is new.", null)], []),
            (true, false) => new StackChange(name, true, false, [new AffectedReason(AffectedKind.Stack, "The stack's file is gone.", null)], []),
            _ => Reasons(name) is { Count: > 0 } reasons ? new StackChange(name, true, true, reasons, []) : null,
        };
    }

    private IReadOnlyList<AffectedReason> Reasons(string name)
    {
        var (old, _) = before.Stacks.Resolve(name)!.Value;
        var (now, problems) = after.Stacks.Resolve(name)!.Value;
        if (now is null || problems.Any(problem => problem.Severity == Severity.Error))
        {
            return [new AffectedReason(AffectedKind.Unsure, "The stack has problems now, so that what it would change cannot be said.", problems.FirstOrDefault(p => p.Severity == Severity.Error)?.Span)];
        }

        if (old is null)
        {
            return [new AffectedReason(AffectedKind.Unsure, "The stack could not be read before the change, so that all of it counts.", null)];
        }

        var path = StackPaths.OfStack(name);
        var secrets = changes.StackFiles.Contains(path) ? SecretTexts.Changes(before.Files.Read(path), after.Files.Read(path)) : [];
        return [.. ConfigDiff.Of(old, now), .. secrets];
    }

    /// <summary>Adds the stacks that read outputs of affected ones, and those that read theirs.</summary>
    private void FollowReads(SortedDictionary<string, StackChange> found)
    {
        var next = found.Keys.ToList();
        while (next.Count > 0)
        {
            var targets = next.ToHashSet(StringComparer.Ordinal);
            next = [];
            var readers = WithFragments(_texts.Mentioning(targets));
            foreach (var (name, reads) in readers.AsParallel().AsOrdered().Select(name => (Name: name, Reads: after.Stacks.Resolve(name)?.Resolved is { } stack ? StackReads.Of(stack) : null)).ToList())
            {
                var from = reads?.Where(read => targets.Contains(read.Key) && read.Key != name).OrderBy(read => read.Key, StringComparer.Ordinal).ToList() ?? [];
                if (from.Count == 0)
                {
                    continue;
                }

                var reasons = from.Select(read => new AffectedReason(AffectedKind.Dependency, $"It reads outputs of '{read.Key}', which is affected.", read.Value));
                if (found.TryGetValue(name, out var known))
                {
                    found[name] = known with
                    {
                        Reasons = [.. known.Reasons, .. reasons],
                        ReadsFrom = [.. known.ReadsFrom.Concat(from.Select(read => read.Key)).Distinct().Order(StringComparer.Ordinal)],
                    };
                }
                else
                {
                    found[name] = new StackChange(name, _baseNames.Contains(name), true, [.. reasons], [.. from.Select(read => read.Key)]);
                    next.Add(name);
                }
            }
        }
    }

    /// <summary>The stacks among files, and those that may extend the fragments among them.</summary>
    private SortedSet<string> WithFragments(IReadOnlyList<string> paths)
    {
        var stacks = new SortedSet<string>(paths.Select(StackPaths.StackOf).OfType<string>(), StringComparer.Ordinal);
        var seen = paths.Select(StackPaths.FragmentOf).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var next = seen.ToList();
        while (next.Count > 0)
        {
            var mentioning = _texts.Mentioning(next);
            stacks.UnionWith(mentioning.Select(StackPaths.StackOf).OfType<string>());
            next = [.. mentioning.Select(StackPaths.FragmentOf).OfType<string>().Where(seen.Add)];
        }

        return stacks;
    }
}
