using Strata.Text;

namespace Strata.Platform.Policies;

/// <summary>What a rule found, before waivers.</summary>
/// <param name="Path">The input, or the path in the stack file; null for the whole resource.</param>
/// <param name="Message">Full sentences: what, why, how to mend it. Holds no secret.</param>
internal sealed record PolicyViolation(string? Path, string Message)
{
    /// <summary>The place in a stack file; that of the component where it is left out.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>The component, for what the stack file itself says.</summary>
    public string? Component { get; init; }
}
