using Strata.Diagnostics;
using Strata.Planning;
using Strata.Platform.Costs;
using Strata.Platform.Policies;

namespace Strata.Platform.Previews;

/// <summary>What the change does to one stack.</summary>
/// <param name="Name">The stack's name.</param>
public sealed record StackPreview(string Name, PreviewStatus Status)
{
    /// <summary>Of the side where the stack exists; null when the stack file cannot be read that far.</summary>
    public string? Team { get; init; }

    /// <summary><c>dev</c>, <c>staging</c> or <c>prod</c>.</summary>
    public string? Environment { get; init; }

    /// <summary><c>aws</c>, <c>gcp</c> or <c>kubernetes</c>.</summary>
    public string? Cloud { get; init; }

    /// <summary>Why the stack is looked at: which value, set where. The first is the weightiest.</summary>
    public IReadOnlyList<AffectedReason> Reasons { get; init; } = [];

    /// <summary>Null when the stack failed or is unchanged.</summary>
    public Plan? Plan { get; init; }

    /// <summary>Components that are probably the same under a new name, which the engine would delete and create.</summary>
    public IReadOnlyList<RenameCandidate> Renames { get; init; } = [];

    /// <summary>The risks of the plan's operations, heaviest first.</summary>
    public IReadOnlyList<OperationRisk> Risks { get; init; } = [];

    /// <summary>Differences of rendered files, by path.</summary>
    public IReadOnlyList<FileChange> Files { get; init; } = [];

    /// <summary>Null when the stack failed.</summary>
    public CostChange? Cost { get; init; }

    /// <summary>Data would be lost that no <c>allowReplace</c> entry names.</summary>
    public bool IsBlocked => Risks.Any(risk => risk.IsBlocked);

    /// <summary>Findings that the base does not have, and those with a new waiver. Only those without a waiver can fail a preview.</summary>
    public IReadOnlyList<PolicyFinding> NewFindings { get; init; } = [];

    /// <summary>There is a new finding that is an error and is not waived.</summary>
    public bool BreaksPolicies => NewFindings.Any(finding => finding is { Severity: Severity.Error, Waiver: null });

    /// <summary>Findings that the head does not have any more.</summary>
    public IReadOnlyList<PolicyFinding> MendedFindings { get; init; } = [];

    /// <summary>The head's problems; errors make the stack failed.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>In the order in which stacks are shown.</summary>
public enum PreviewStatus
{
    /// <summary>The head cannot be planned.</summary>
    Failed,

    /// <summary>The head has no such stack.</summary>
    Deleted,

    /// <summary>The base has no such stack.</summary>
    Created,

    Changed,

    Unchanged,
}
