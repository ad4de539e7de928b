namespace Strata.Yaml;

/// <summary>How much one file may ask for: a small file must not be able to fill the memory of a build.</summary>
/// <param name="Depth">Maps and lists inside each other, those behind aliases included.</param>
/// <param name="Nodes">Keys and values, an alias counting as everything it stands for.</param>
/// <param name="Characters">The length of the text in UTF-16 units.</param>
public sealed record YamlLimits(int Depth = 64, int Nodes = 200_000, int Characters = 1024 * 1024)
{
    public static YamlLimits Default { get; } = new();
}
