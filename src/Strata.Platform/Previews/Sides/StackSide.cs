using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;

namespace Strata.Platform.Previews;

/// <summary>One stack in one of the two states.</summary>
/// <param name="Model">Null when its file cannot be read that far, or another build planned it.</param>
/// <param name="Graph">Null when problems stop it.</param>
/// <param name="Files">Null when its files cannot be rendered.</param>
public sealed record StackSide(string Name, StackModel? Model, ResourceGraph? Graph, IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The graph was read back from another build: types say nothing there, and secrets have no text.</summary>
    public bool IsReadBack { get; init; }

    /// <summary>Why it could not be planned, where that is not the stack's fault; null when it could.</summary>
    public string? Unsure { get; init; }
}
