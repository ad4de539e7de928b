namespace Strata.Cli;

/// <summary>How much is said on standard error.</summary>
internal enum Volume
{
    /// <summary>Errors only: <c>--quiet</c>.</summary>
    Quiet,

    Normal,

    /// <summary>Also what was read, and how long each stage took: <c>--verbose</c>.</summary>
    Verbose,
}
