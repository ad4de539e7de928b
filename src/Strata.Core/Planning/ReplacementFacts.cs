using Strata.Graph;

namespace Strata.Planning;

/// <summary>What the facts of a resource type say of a change.</summary>
public static class ReplacementFacts
{
    /// <summary>
    /// The changes with what each means. Providers compare lists place by place: what comes or goes in one means what all that
    /// differs in that list place by place does, and nothing else in it means more.
    /// </summary>
    /// <param name="byPlace">The same changes with lists compared place by place.</param>
    public static IReadOnlyList<PropertyChange> Mark(IEnumerable<PropertyChange> changes, Func<IEnumerable<PropertyChange>> byPlace, ResourceFacts facts)
    {
        List<PropertyChange> marked = [.. changes.Select(change => change with { Replacement = Of(change, facts) })];
        var shifted = marked.Where(change => change.IsOfElement).Select(change => ListOf(change.Path)!).ToHashSet();
        if (shifted.Count == 0)
        {
            return marked;
        }

        var means = byPlace().Select(change => (List: ListOf(change.Path), Means: Of(change, facts))).Where(change => change.List is not null && shifted.Contains(change.List))
            .GroupBy(change => change.List!, change => change.Means).ToDictionary(list => list.Key, list => list.Max());
        return
        [
            .. marked.Select(change => ListOf(change.Path) is not { } list || !shifted.Contains(list) ? change
                : change with { Replacement = change.IsOfElement || means.GetValueOrDefault(list) < change.Replacement ? means.GetValueOrDefault(list) : change.Replacement }),
        ];
    }

    /// <summary>The outermost list around a place; null outside of lists.</summary>
    private static PropertyPath? ListOf(PropertyPath path) =>
        path.Segments.ToList().FindIndex(segment => segment.Key is null) is >= 0 and var list ? new PropertyPath(path.Segments[..list]) : null;

    private static Replacement Of(PropertyChange change, ResourceFacts facts) =>
        Names(facts.ReplaceOnChange, change) || Adds(facts.ReplaceOnPresence, change) ? Replacement.Certain
        : Names(facts.MayReplaceOnChange, change) ? Replacement.Conditional
        : Names(facts.ReplaceUnknown, change) ? Replacement.Unknown
        : Replacement.No;

    /// <summary>Whether the changed place is one of those, in one of them, or held one of them before or after.</summary>
    private static bool Names(IReadOnlyList<string> paths, PropertyChange change) => paths.Select(PropertyPath.Parse).Any(path =>
        path.Covers(change.Path) || path.IsInside(change.Path, change.Before) || path.IsInside(change.Path, change.After));

    /// <summary>Whether one of those, or one more element of it, comes or goes.</summary>
    private static bool Adds(IReadOnlyList<string> paths, PropertyChange change)
    {
        if (change is { Before: not null, After: not null })
        {
            return false;
        }

        var length = change.Path.Segments.Length;
        var isElement = change.Path.Segments[^1].Key is null;
        return paths.Select(PropertyPath.Parse).Any(path =>
            (path.Covers(change.Path) && (path.Segments.Length == length || (isElement && path.Segments.Length == length - 1)))
            || path.IsInside(change.Path, change.Before ?? change.After));
    }
}
