using Strata.Text;

namespace Strata.Templating;

/// <summary>Holds arguments to what their parameters take.</summary>
internal static class ArgumentCheck
{
    public static void Check(TemplateFunction function, Parameter parameter, TemplateValue value, SourceSpan at)
    {
        if (value is TemplateNull && parameter.Kind != ArgumentKind.AnyOrNull)
        {
            throw new RenderStop(TemplateErrors.NullValue(at, Written(at)));
        }

        var fits = parameter.Kind switch
        {
            ArgumentKind.Text => value is TemplateText,
            ArgumentKind.Whole => value is TemplateInteger,
            ArgumentKind.Number => value is TemplateInteger or TemplateFloat,
            ArgumentKind.List => value is TemplateList,
            ArgumentKind.Map => value is TemplateMap,
            ArgumentKind.Function => value is FunctionValue,
            _ => value is not FunctionValue,
        };

        if (!fits)
        {
            throw new RenderStop(TemplateErrors.WrongArgument(at, function.Name, parameter.Name, Expected(parameter.Kind), Shown(value)));
        }
    }

    /// <summary>A value for messages: its kind, and itself when it is short.</summary>
    public static string Shown(TemplateValue value) => value switch
    {
        TemplateText { Text.Length: <= 40 } text when !text.Text.AsSpan().ContainsAny('\n', '\r') => $"the text '{text.Text}'",
        TemplateInteger whole => $"the number {whole.Number}",
        TemplateFloat number => $"the number {number.Text}",
        TemplateBool flag => flag.IsTrue ? "true" : "false",
        FunctionValue function => $"the function '{function.Function.Name}'",
        _ => value.Kind,
    };

    /// <summary>A piece of a template for messages, on one line.</summary>
    public static string Written(SourceSpan at)
    {
        var text = string.Join(' ', at.Source.Content[at.Start..at.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= 60 ? text : $"{text[..59]}…";
    }

    private static string Expected(ArgumentKind kind) => kind switch
    {
        ArgumentKind.Text => "text",
        ArgumentKind.Whole => "a whole number",
        ArgumentKind.Number => "a number",
        ArgumentKind.List => "a list",
        ArgumentKind.Map => "a map",
        ArgumentKind.Function => "a function with '@' before its name",
        _ => "a value",
    };
}
