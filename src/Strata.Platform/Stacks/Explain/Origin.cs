namespace Strata.Platform.Stacks.Explain;

/// <summary>Who decided a value.</summary>
public enum Origin
{
    /// <summary>The stack file itself.</summary>
    Set,

    /// <summary>A fragment that the stack file extends.</summary>
    Inherited,

    /// <summary>Nobody: it is Strata's default.</summary>
    Defaulted,
}
