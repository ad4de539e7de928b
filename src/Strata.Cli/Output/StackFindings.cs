using Strata.Platform.Policies;

namespace Strata.Cli.Output;

/// <summary>What one stack breaks, waived or not.</summary>
internal sealed record StackFindings(string Stack, IReadOnlyList<PolicyFinding> Findings);
