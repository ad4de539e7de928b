namespace Strata.Cli;

/// <summary>What the process says when it ends.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>There are problems in the input.</summary>
    public const int Problems = 1;

    /// <summary>Something would change, where the caller asked to be told: <c>--check</c>, <c>--detailed-exitcode</c>.</summary>
    public const int Changes = 2;

    /// <summary>The command line is wrong (sysexits' EX_USAGE).</summary>
    public const int Usage = 64;

    /// <summary>A bug of Strata's (sysexits' EX_SOFTWARE).</summary>
    public const int Bug = 70;
}
