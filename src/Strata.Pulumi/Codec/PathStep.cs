namespace Strata.Pulumi.Codec;

/// <summary>One step of a way into a value: to a field, or, when the name is null, to an item of a list.</summary>
internal readonly record struct PathStep(string? Name, int Index = 0);
