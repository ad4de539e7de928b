namespace Strata.Platform.Previews;

/// <summary>What risks are judged by beside the plan.</summary>
/// <param name="Allowed">Data that the stack gives up: its <c>allowReplace</c>.</param>
/// <param name="IsNew">The stack did not exist: there is nothing to lose and nobody to let in.</param>
/// <param name="Renames">Components that are probably only renamed.</param>
internal sealed record RiskSettings(AllowedReplacements Allowed, bool IsNew, IReadOnlyList<RenameCandidate> Renames);
