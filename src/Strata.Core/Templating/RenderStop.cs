using Strata.Diagnostics;

namespace Strata.Templating;

/// <summary>Leaves a statement that cannot be rendered. Without a problem when its cause was reported before.</summary>
/// <param name="isFinal">Nothing more is rendered: a limit was reached.</param>
internal sealed class RenderStop(Diagnostic? problem, bool isFinal = false) : Exception
{
    public Diagnostic? Problem { get; } = problem;

    public bool IsFinal { get; } = isFinal;
}
