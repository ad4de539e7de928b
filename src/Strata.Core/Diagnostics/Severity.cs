namespace Strata.Diagnostics;

/// <summary>How bad a problem is. Any <see cref="Error"/> blocks all output.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
