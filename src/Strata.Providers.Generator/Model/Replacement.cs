namespace Strata.Generator.Model;

/// <summary>Whether a change of an input replaces the resource.</summary>
public enum Replacement
{
    Never,
    Always,

    /// <summary>Some changes do.</summary>
    Sometimes,

    /// <summary>The schema does not know.</summary>
    Unknown,
}
