using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Texts and conditions in the expressions of Google Cloud Workflows (its documentation, "Expressions").</summary>
internal static class GoogleWorkflowText
{
    public static string Of(StepText text) => text.IsLiteral
        ? text.Write(literal => literal, _ => "")
        : Expression(string.Join(" + ", text.Parts.Select(part => part is LiteralText literal ? Quote(literal.Text) : Reference(part))));

    public static string Expression(string expression) => $"${{{expression}}}";

    public static string Quote(string text) => Graph.Formats.JsonText.Of(text);

    /// <summary>A name of a variable or a step: no dashes.</summary>
    public static string Name(params string[] parts) => string.Join('_', parts).Replace('-', '_');

    public static string Condition(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Conditions.Select(Grouped)),
        AnyOf any => string.Join(" or ", any.Conditions.Select(Grouped)),
        Not not => $"not({Condition(not.Inner)})",
        Comparison { Constant.IsNumber: true } number => $"double({Reference(number.Left)}) {Sign(number.Operator)} {number.Constant.Text}",
        Comparison text => $"{Reference(text.Left)} {Sign(text.Operator)} {Quote(text.Constant.Text)}",
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    private static string Reference(TextPart part) => part switch
    {
        ParameterReference parameter => Name("parameter", parameter.Name),
        OutputReference output => Name("output", output.Step, output.Output),
        ItemReference => "string(item)",
        _ => "run",
    };

    private static string Grouped(Condition condition) => condition is Comparison or Not ? Condition(condition) : $"({Condition(condition)})";

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
