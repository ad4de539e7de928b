namespace Strata.Planning;

/// <summary>One step into a value: a key of an object, or a place in a list.</summary>
/// <param name="Key">The key; null for a place in a list.</param>
/// <param name="Index">From 0; -1, in patterns only, for every element of a list or every key of a map.</param>
public readonly record struct PathSegment(string? Key, int Index)
{
    public static PathSegment Each { get; } = new(null, -1);

    /// <summary>What people know the element at the place by, such as the name of a container; null for none. It says nothing of where the place is, and so does not count.</summary>
    public string? Element { get; init; }

    public static PathSegment Of(string key) => new(key, 0);

    public static PathSegment Of(int index) => new(null, index);

    public bool Equals(PathSegment other) => Key == other.Key && Index == other.Index;

    public override int GetHashCode() => HashCode.Combine(Key, Index);

    /// <summary>Whether this step of a pattern covers that step of a path.</summary>
    public bool Covers(PathSegment step) => this == Each || this == step;
}
