namespace Strata.Graph;

/// <summary>What a resource was called before, so that renaming it does not replace it. What is null stayed as it is.</summary>
/// <param name="Name">The former logical name.</param>
/// <param name="Type">The former type token.</param>
/// <param name="ParentName">The logical name of the former parent component; empty when it had the stack itself as parent.</param>
public sealed record ResourceAlias(string? Name = null, string? Type = null, string? ParentName = null);
