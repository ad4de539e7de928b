using Strata.Graph;

namespace Strata.Planning;

/// <summary>What the facts of a resource type say of a change.</summary>
internal static class ReplacementFacts
{
    public static Replacement Of(PropertyChange change, ResourceFacts facts) =>
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
