namespace Strata.Pulumi.Steps;

/// <summary>How a step ended.</summary>
internal enum StepEnd
{
    Done,

    /// <summary>The engine could not do it, has told the user, and goes on with the rest as it was asked to (<c>--continue-on-error</c>).</summary>
    Incomplete,

    /// <summary>The user has yet to be told.</summary>
    Failed,

    /// <summary>The engine is stopping, and has told the user why.</summary>
    UserWasTold,

    ConnectionLost,

    Interrupted,
}
