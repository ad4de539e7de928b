namespace Strata.Planning;

/// <summary>Whether a change replaces the resource, as far as the provider's schema tells. In order of weight.</summary>
public enum Replacement
{
    /// <summary>It updates in place.</summary>
    No,

    /// <summary>The facts do not say.</summary>
    Unknown,

    /// <summary>Some changes of this property replace, others do not: only the provider can tell.</summary>
    Conditional,

    /// <summary>Every change of this property replaces.</summary>
    Certain,
}
