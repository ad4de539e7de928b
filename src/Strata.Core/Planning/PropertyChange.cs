using Strata.Graph;

namespace Strata.Planning;

/// <summary>One difference between two states of a resource's inputs, its options or a stack's outputs.</summary>
/// <param name="Path">Where it is in the new state. The last place of an element that is gone is the one it had.</param>
/// <param name="Before">Null when it was not set.</param>
/// <param name="After">Null when it is no longer set.</param>
public sealed record PropertyChange(PropertyPath Path, Value? Before, Value? After)
{
    /// <summary>Where it was in the old state, when elements of a list before it came or went; null when that is <see cref="Path"/>.</summary>
    public PropertyPath? FormerPath { get; init; }

    public ChangeCause Cause { get; init; }

    public Replacement Replacement { get; init; }

    /// <summary>An element of a list that came or went.</summary>
    internal bool IsOfElement => Path.Segments[^1].Key is null && (Before is null || After is null);
}
