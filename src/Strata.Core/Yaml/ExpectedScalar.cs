namespace Strata.Yaml;

/// <summary>What a single value should be, as far as the traps of unquoted YAML depend on it.</summary>
public enum ExpectedScalar
{
    Text,
    Integer,
    Number,
    Boolean,
}
