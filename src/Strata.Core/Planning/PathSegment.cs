namespace Strata.Planning;

/// <summary>One step into a value: a key of an object, or a place in a list.</summary>
/// <param name="Key">The key; null for a place in a list.</param>
/// <param name="Index">From 0; -1, in patterns only, for every element of a list or every key of a map.</param>
public readonly record struct PathSegment(string? Key, int Index)
{
    public static PathSegment Each { get; } = new(null, -1);

    public static PathSegment Of(string key) => new(key, 0);

    public static PathSegment Of(int index) => new(null, index);

    /// <summary>Whether this step of a pattern covers that step of a path.</summary>
    public bool Covers(PathSegment step) => this == Each || this == step;
}
