namespace Strata.Yaml;

/// <summary>What YAML makes of an unquoted value.</summary>
public enum PlainScalarKind
{
    Text,
    Null,
    Boolean,

    /// <summary>A whole number between -2^63 and 2^64 - 1.</summary>
    Integer,

    /// <summary>A double, which can still be a whole number: <c>1.0</c>, <c>1e3</c>.</summary>
    Float,

    /// <summary><c>.inf</c> and <c>.nan</c>: no JSON value, so Pulumi refuses them.</summary>
    NotFinite,

    /// <summary>A date or a date with a time.</summary>
    Timestamp,
}
