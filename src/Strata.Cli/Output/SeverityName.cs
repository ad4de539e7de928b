using Strata.Diagnostics;

namespace Strata.Cli.Output;

/// <summary>What the formats call severities.</summary>
internal static class SeverityName
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>SARIF's levels.</summary>
    public static string SarifLevelOf(Severity severity) => severity is Severity.Info ? "note" : Of(severity);

    /// <summary>GitHub's workflow commands.</summary>
    public static string GitHubCommandOf(Severity severity) => severity is Severity.Info ? "notice" : Of(severity);
}
