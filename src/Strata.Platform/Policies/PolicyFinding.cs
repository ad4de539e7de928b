using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Policies;

/// <summary>A place of a stack that a policy does not like.</summary>
/// <param name="Code"><c>STR7xx</c> of a built-in policy, or the team's own name of one.</param>
/// <param name="Subject">What the policy is about, as in <c>public-access</c> or <c>encryption</c>.</param>
/// <param name="Resource">The resource's identity, or null when it is the stack itself.</param>
/// <param name="Path">The input that breaks the policy, as in <c>settings.ipConfiguration.ipv4Enabled</c>; null for the whole resource.</param>
/// <param name="Message">Full sentences: what, why, how to mend it. Holds no secret.</param>
public sealed record PolicyFinding(string Code, Severity Severity, string Subject, string? Resource, string? Path, string Message)
{
    /// <summary>The entry of the stack file that it belongs to, as in <c>storage.lake</c>.</summary>
    public string Component { get; init; } = "stack";

    /// <summary>The line of the stack file that the resource comes from, when it is known.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>Set when the stack carries a waiver that is not expired.</summary>
    public PolicyWaiver? Waiver { get; init; }
}

/// <summary>Why a finding is accepted, by whom and until when.</summary>
public sealed record PolicyWaiver(string Reason, string Owner, DateOnly Expires);
