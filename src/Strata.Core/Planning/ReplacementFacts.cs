using Strata.Graph;

namespace Strata.Planning;

/// <summary>What the facts of a resource type say of a change.</summary>
internal static class ReplacementFacts
{
    public static Replacement Of(PropertyChange change, ResourceFacts facts) =>
        Names(facts.ReplaceOnChange, change) ? Replacement.Certain
        : Names(facts.MayReplaceOnChange, change) ? Replacement.Conditional
        : Names(facts.ReplaceUnknown, change) ? Replacement.Unknown
        : Replacement.No;

    /// <summary>Whether the changed place is one of those, in one of them, or held one of them before or after.</summary>
    private static bool Names(IReadOnlyList<string> paths, PropertyChange change) => paths.Select(PropertyPath.Parse).Any(path =>
        path.Covers(change.Path) || path.IsInside(change.Path, change.Before) || path.IsInside(change.Path, change.After));
}
