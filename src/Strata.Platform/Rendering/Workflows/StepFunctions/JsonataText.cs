using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Texts and conditions in JSONata, as Step Functions evaluates it (AWS Step Functions developer guide, "Transforming data with JSONata").</summary>
internal static class JsonataText
{
    /// <summary>The field's value: plain text, or an expression between <c>{%</c> and <c>%}</c>.</summary>
    public static string Of(StepText text) => text.IsLiteral
        ? text.Write(literal => literal, _ => "")
        : Expression(text.Parts is [var only] ? $"$string({Reference(only)})" : string.Join(" & ", text.Parts.Select(part => part is LiteralText literal ? Quote(literal.Text) : Reference(part))));

    public static string Expression(string expression) => $"{{% {expression} %}}";

    public static string Condition(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Conditions.Select(Grouped)),
        AnyOf any => string.Join(" or ", any.Conditions.Select(Grouped)),
        Not not => $"$not({Condition(not.Inner)})",
        Comparison { Constant.IsNumber: true } number => $"$number({Reference(number.Left)}) {Sign(number.Operator)} {number.Constant.Text}",
        Comparison text => $"{Reference(text.Left)} {Sign(text.Operator)} {Quote(text.Constant.Text)}",
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    /// <summary>The variable that holds what a step gave out; dashes are minus signs.</summary>
    public static string VariableOf(string step) => $"step_{step.Replace('-', '_')}";

    /// <summary>JSONata knows JSON's escapes, and none for a single quote.</summary>
    public static string Quote(string text) => text.Any(c => c is '\'' or '\\' || char.IsControl(c)) ? Graph.Formats.JsonText.Of(text) : $"'{text}'";

    private static string Reference(TextPart part) => part switch
    {
        ParameterReference parameter => $"$parameters.{parameter.Name}",
        OutputReference output => $"${VariableOf(output.Step)}.{output.Output}",
        ItemReference => "$string($states.context.Map.Item.Value)",
        _ => "$run",
    };

    private static string Grouped(Condition condition) => condition is Comparison or Not ? Condition(condition) : $"({Condition(condition)})";

    private static string Sign(ComparisonOperator one) => one switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
