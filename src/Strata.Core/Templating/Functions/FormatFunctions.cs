using System.Text.RegularExpressions;

namespace Strata.Templating;

/// <summary>Functions that Scriban does not have: values in the notation of the file they go into.</summary>
internal static partial class FormatFunctions
{
    private static readonly Parameter Value = new("value", ArgumentKind.AnyOrNull);

    public static readonly TemplateFunction[] All =
    [
        new("indent", [new("text", ArgumentKind.Text), new("spaces", ArgumentKind.Whole)], Indent),
        new("py", [Value], call => PythonFormat.Write(call[0], call.Writer())),
        new("quote", [new("text", ArgumentKind.Any)], Quote),
        new("to_json", [Value, new("spaces", ArgumentKind.Whole, IsOptional: true)], call => JsonFormat.Write(call[0], call.Has(1) ? Spaces(call) : 0, call.Writer())),
        new("to_yaml", [Value], call => YamlFormat.Write(call[0], call.Writer())),
    ];

    private static int Spaces(FunctionCall call) => call.Whole(1) is >= 0 and <= 32 ? (int)call.Whole(1) : throw call.Wrong(1, "a number from 0 to 32");

    /// <summary>Every line but empty ones, the first too.</summary>
    private static TemplateValue Indent(FunctionCall call)
    {
        var margin = new string(' ', Spaces(call));
        var text = call.Writer();
        if (call.Text(0) is not ("" or ['\n' or '\r', ..]))
        {
            text.Add(margin);
        }

        text.AddIndented(call.Text(0), margin);
        return text.Finish();
    }

    /// <summary>One word of a POSIX shell, whatever is in it.</summary>
    private static TemplateValue Quote(FunctionCall call)
    {
        var text = Truth.TextOf(call[0]) ?? throw call.Wrong(0, "text, a number or a boolean");
        return Plain().IsMatch(text) ? text
            : text.Contains('\0', StringComparison.Ordinal) ? throw call.Failed("a word of a shell cannot have the character U+0000")
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_@%+:,./-]+\z")]
    private static partial Regex Plain();
}
