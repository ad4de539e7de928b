using Strata.Graph;

namespace Strata.Planning;

/// <summary>One difference between two states of a resource's inputs, its options or a stack's outputs.</summary>
/// <param name="Before">Null when it was not set.</param>
/// <param name="After">Null when it is no longer set.</param>
public sealed record PropertyChange(PropertyPath Path, Value? Before, Value? After)
{
    public ChangeCause Cause { get; init; }

    public Replacement Replacement { get; init; }
}
