namespace Strata.Pulumi;

/// <summary>What the program's exit code tells the host that <c>pulumi</c> started it from.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>It failed, and what is on standard error is all that could be said.</summary>
    public const int Failed = 1;

    /// <summary>It failed, and the user was told through the engine: the host adds nothing. The number is Pulumi's.</summary>
    public const int UserWasTold = 32;
}
