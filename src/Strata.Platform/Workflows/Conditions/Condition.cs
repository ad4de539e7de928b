namespace Strata.Platform.Workflows;

/// <summary>When a step runs: a closed family, written by each scheduler's renderer in its own terms.</summary>
public abstract record Condition;

/// <summary>A comparison of a value with a constant.</summary>
/// <param name="Left">An output of an earlier step, or a parameter.</param>
/// <param name="Constant">A number for <c>&lt;</c> and its like; else text.</param>
public sealed record Comparison(TextPart Left, ComparisonOperator Operator, ConditionConstant Constant) : Condition;

public sealed record AllOf(IReadOnlyList<Condition> Conditions) : Condition;

public sealed record AnyOf(IReadOnlyList<Condition> Conditions) : Condition;

public sealed record Not(Condition Inner) : Condition;

/// <summary>Text, or a number where <paramref name="IsNumber"/>.</summary>
public sealed record ConditionConstant(string Text, bool IsNumber);

public enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
