using Strata.Text;

namespace Strata.Platform.Previews;

/// <summary>Why a stack may change.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="Message">A full sentence, as in <c>compute.gpu.max is 8, was 4.</c></param>
/// <param name="Span">Where the new value is set; null when it is not set in a stack file.</param>
public sealed record AffectedReason(AffectedKind Kind, string Message, SourceSpan? Span);

public enum AffectedKind
{
    /// <summary>The stack's own file came or went.</summary>
    Stack,

    /// <summary>A value of the resolved configuration.</summary>
    Value,

    /// <summary>A template that the stack's files are rendered from.</summary>
    Template,

    /// <summary>The program: <c>src</c> or <c>infra</c>.</summary>
    Code,

    /// <summary>A stack that this one reads outputs of is affected.</summary>
    Dependency,

    /// <summary>It cannot be said, so it is taken for affected.</summary>
    Unsure,
}
