using System.Text.RegularExpressions;

namespace Strata.Templating;

/// <summary>
/// YAML in block style, without a line break at its end. Text is quoted wherever a reader of YAML 1.1 or 1.2 could take it for something else.
/// </summary>
internal static partial class YamlFormat
{
    public static string Write(TemplateValue value, BoundedText text)
    {
        Add(value, 0, text);
        return text.Finish();
    }

    /// <summary>Adds a value that begins at the current place, its further lines at a margin.</summary>
    private static void Add(TemplateValue value, int margin, BoundedText text)
    {
        switch (value)
        {
            case TemplateList { Items.Length: > 0 } list:
                for (var i = 0; i < list.Items.Length; i++)
                {
                    NewLine(i, margin, text);
                    Add(list.Items[i], margin + 2, text.Add("- "));
                }

                break;
            case TemplateMap { Names.Length: > 0 } map:
                for (var i = 0; i < map.Names.Length; i++)
                {
                    NewLine(i, margin, text);
                    text.Add(Scalar(map.Names[i])).Add(":");
                    Member(map.Values[i], margin + 2, text);
                }

                break;
            case TemplateText written when written.Text.Contains('\n', StringComparison.Ordinal) && IsBlock(written.Text):
                Block(written.Text, margin, text);
                break;
            default:
                text.Add(Flat(value));
                break;
        }
    }

    private static void Member(TemplateValue value, int margin, BoundedText text)
    {
        if (value is TemplateList { Items.Length: > 0 } or TemplateMap { Names.Length: > 0 })
        {
            text.Add("\n").Add(margin, ' ');
        }
        else
        {
            text.Add(" ");
        }

        Add(value, margin, text);
    }

    private static void NewLine(int index, int margin, BoundedText text)
    {
        if (index > 0)
        {
            text.Add("\n").Add(margin, ' ');
        }
    }

    private static string Flat(TemplateValue value) => value switch
    {
        TemplateList => "[]",
        TemplateMap => "{}",
        TemplateText text => Scalar(text.Text),
        TemplateFloat { Number: double.PositiveInfinity } => ".inf",
        TemplateFloat { Number: double.NegativeInfinity } => "-.inf",
        TemplateFloat { Number: double.NaN } => ".nan",
        _ => Truth.TextOf(value) ?? "null",
    };

    private static string Scalar(string text) => Plain().IsMatch(text) && !Special().IsMatch(text) ? text : JsonFormat.Quoted(text);

    /// <summary>A literal block holds the text as it is: one line break at its end at most, no line that ends or begins in a way the block would change.</summary>
    private static bool IsBlock(string text) =>
        text[0] is not (' ' or '\n') && !text.EndsWith("\n\n", StringComparison.Ordinal)
        && text.All(c => c == '\n' || (c >= ' ' && c is not (>= '\u007f' and <= '\u009f' or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff') && !char.IsSurrogate(c)))
        && !text.Split('\n').Any(line => line.EndsWith(' '));

    private static void Block(string text, int margin, BoundedText target)
    {
        var endsLine = text.EndsWith('\n');
        target.Add(endsLine ? "|" : "|-");
        foreach (var line in (endsLine ? text[..^1] : text).Split('\n'))
        {
            target.Add("\n").Add(line.Length > 0 ? Math.Max(2, margin) : 0, ' ').Add(line);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z_/][A-Za-z0-9_./-]*\z")]
    private static partial Regex Plain();

    /// <summary>Words that YAML 1.1 or 1.2 reads as booleans, null or numbers.</summary>
    [GeneratedRegex(@"\A(?:y|n|yes|no|on|off|true|false|null|nan|inf)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
