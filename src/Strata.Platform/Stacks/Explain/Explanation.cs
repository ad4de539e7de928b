using Strata.Text;

namespace Strata.Platform.Stacks.Explain;

/// <summary>One resolved value and where it comes from.</summary>
/// <param name="Path">From the top, with dots: <c>compute.gpu.machine.gpu.type</c>, <c>images.0</c>.</param>
/// <param name="Value">As a stack file would write it; secrets only by name.</param>
/// <param name="Place">Where it was set; null for defaults.</param>
/// <param name="Description">What the property means.</param>
public sealed record Explanation(string Path, string Value, Origin Origin, SourceSpan? Place, string Description)
{
    /// <summary>Why it is so, a full sentence; null where the place says it all.</summary>
    public string? Why { get; init; }
}
