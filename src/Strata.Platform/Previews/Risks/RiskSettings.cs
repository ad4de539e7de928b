namespace Strata.Platform.Previews;

/// <summary>What risks are judged by beside the plan.</summary>
/// <param name="Allowed">Data that the stack gives up: its <c>allowReplace</c>.</param>
/// <param name="IsNew">The stack did not exist: there is nothing to lose and nobody to let in.</param>
/// <param name="Renames">Components that are probably only renamed.</param>
internal sealed record RiskSettings(AllowedReplacements Allowed, bool IsNew, IReadOnlyList<RenameCandidate> Renames)
{
    /// <summary>The stack's file is gone, so that it can allow nothing any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>How to let a loss pass: a full sentence.</summary>
    public string HowToAllow(string entries) => IsGone
        ? $"If that is meant, add '{entries}' to 'strata:allowReplace' of the stack in a change before this one."
        : $"If that is meant, add '{entries}' to 'strata:allowReplace' of the stack.";
}
