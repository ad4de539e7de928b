using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Conditions as Argo evaluates them (Argo Workflows documentation, "Conditionals"): govaluate's language, text in single quotes.</summary>
internal static class ArgoConditions
{
    public static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" && ", all.Conditions.Select(Grouped)),
        AnyOf any => string.Join(" || ", any.Conditions.Select(Grouped)),
        Not not => $"!{Grouped(not.Inner)}",
        Comparison comparison => $"{Left(comparison)} {Sign(comparison.Operator)} {(comparison.Constant.IsNumber ? comparison.Constant.Text : $"'{comparison.Constant.Text}'")}",
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    private static string Grouped(Condition condition) => condition is Comparison ? Of(condition) : $"({Of(condition)})";

    private static string Left(Comparison comparison)
    {
        var value = comparison.Left is OutputReference output ? $"{{{{tasks.{output.Step}.outputs.parameters.{output.Output}}}}}" : $"{{{{workflow.parameters.{((ParameterReference)comparison.Left).Name}}}}}";
        return comparison.Constant.IsNumber ? value : $"'{value}'";
    }

    private static string Sign(ComparisonOperator one) => one switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
