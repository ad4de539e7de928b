namespace Strata.Planning;

/// <summary>One step of reading two lists side by side.</summary>
/// <param name="Before">The place in the old list; -1 for an element that is new.</param>
/// <param name="After">The place in the new list; -1 for an element that is gone.</param>
public readonly record struct ElementPair(int Before, int After)
{
    public const int None = -1;
}
