using Strata.Diagnostics;
using Strata.Graph;

namespace Strata.Platform.Stacks;

/// <summary>A stack as the Pulumi engine handed it over.</summary>
/// <param name="Graph">Null when problems stop it.</param>
/// <param name="Diagnostics">In reading order.</param>
/// <param name="Secrets">Plaintext of <c>strata:secrets</c> by name: for the engine adapter and nobody else.</param>
public sealed record EngineStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string> Secrets)
{
    /// <summary>Secrets stay out of whatever prints a stack.</summary>
    public override string ToString() => Graph is null ? "a stack with problems" : $"stack '{Graph.Stack}'";
}
