using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Cli.Output;

/// <summary>Findings in the form that all outputs of problems take.</summary>
internal static class FindingDiagnostic
{
    /// <summary>A secret's line is not shown.</summary>
    public static Diagnostic Of(PolicyFinding finding) =>
        new(finding.Code, finding.Severity, finding.Span, finding.Message) { HidesSource = finding.Subject == "secrets" };
}
