namespace Strata.Yaml;

/// <summary>A node that aliases can stand for, with what using it once more costs.</summary>
/// <param name="Nodes">How many nodes it is, itself included and aliases inside it expanded.</param>
/// <param name="Height">How many maps and lists its deepest value is below it.</param>
internal sealed record AnchoredNode(YamlNode Node, int Nodes, int Height);
