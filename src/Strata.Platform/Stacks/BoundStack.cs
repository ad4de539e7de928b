using Strata.Diagnostics;

namespace Strata.Platform.Stacks;

/// <summary>A stack as read and bound, with the problems found on the way.</summary>
/// <param name="Model">Null when the file could not be read at all.</param>
public sealed record BoundStack(string Name, StackModel? Model, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The paths of the stack file and of the fragments it extends; empty when one could not be read.</summary>
    internal IReadOnlyList<string> FilesRead { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);
}
