using System.Globalization;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Conditions in Python's words, piece by piece: templates write constants as literals, and values in their engine's terms.</summary>
internal static class ConditionTokens
{
    public static TemplateValue Of(Condition condition) => TemplateValue.List(Tokens(condition));

    /// <summary>A number that is not there, because its step was left out, compares with nothing.</summary>
    private static IEnumerable<TemplateValue> Tokens(Condition condition) => condition switch
    {
        AllOf all => Joined(" and ", all.Conditions),
        AnyOf any => Joined(" or ", any.Conditions),
        Not not => [Code("not "), .. Grouped(not.Inner)],
        Comparison { Constant.IsNumber: true } number => [Code("float("), Value(number.Left), Code($" or 'nan') {Sign(number.Operator)} "), Constant(double.Parse(number.Constant.Text, CultureInfo.InvariantCulture))],
        Comparison text => [Value(text.Left), Code($" {Sign(text.Operator)} "), Constant(text.Constant.Text)],
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    private static IEnumerable<TemplateValue> Joined(string word, IReadOnlyList<Condition> conditions) =>
        conditions.SelectMany((condition, at) => at == 0 ? Grouped(condition) : [Code(word), .. Grouped(condition)]);

    private static IEnumerable<TemplateValue> Grouped(Condition condition) => condition is Comparison ? Tokens(condition) : [Code("("), .. Tokens(condition), Code(")")];

    private static TemplateMap Code(string text) => new(new("kind", "code"), new("text", text));

    private static TemplateMap Constant(TemplateValue value) => new(new("kind", "constant"), new("value", value));

    private static TemplateMap Value(TextPart part) => part is OutputReference output
        ? new(new("kind", "output"), new("step", output.Step), new("name", output.Output))
        : new(new("kind", "parameter"), new("name", ((ParameterReference)part).Name));

    public static string Sign(ComparisonOperator one) => one switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };
}
