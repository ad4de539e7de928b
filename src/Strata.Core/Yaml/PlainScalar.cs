namespace Strata.Yaml;

/// <summary>
/// What gopkg.in/yaml.v3 (its resolve.go), and with it Pulumi, makes of an unquoted value: the kind, and the text that reaches
/// the program. Infinity has no such text and keeps what was written; null's is empty.
/// </summary>
public readonly record struct PlainScalar(PlainScalarKind Kind, string Text)
{
    public static PlainScalar Read(string text)
    {
        if (text.Length == 0)
        {
            return new PlainScalar(PlainScalarKind.Null, "");
        }

        return text[0] switch
        {
            >= '0' and <= '9' or '+' or '-' or '.' => ReadNumber(text),
            'n' or 'N' or '~' or 't' or 'T' or 'f' or 'F' => ReadWord(text),
            _ => new PlainScalar(PlainScalarKind.Text, text),
        };
    }

    private static PlainScalar ReadWord(string text) => text switch
    {
        "~" or "null" or "Null" or "NULL" => new PlainScalar(PlainScalarKind.Null, ""),
        "true" or "True" or "TRUE" => new PlainScalar(PlainScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => new PlainScalar(PlainScalarKind.Boolean, "false"),
        _ => new PlainScalar(PlainScalarKind.Text, text),
    };

    private static PlainScalar ReadNumber(string text)
    {
        if (text is ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF" or ".nan" or ".NaN" or ".NAN")
        {
            return new PlainScalar(PlainScalarKind.NotFinite, text);
        }

        if (GoTimestamp.TryRead(text) is { } time)
        {
            return new PlainScalar(PlainScalarKind.Timestamp, time);
        }

        // Underscores group digits, except in a number that begins with its point.
        var digits = text[0] == '.' ? text : text.Replace("_", "", StringComparison.Ordinal);
        if (GoNumber.ReadInteger(digits) is { } integer)
        {
            return new PlainScalar(PlainScalarKind.Integer, integer);
        }

        return GoNumber.ReadFloat(digits) is { } number
            ? new PlainScalar(PlainScalarKind.Float, number)
            : new PlainScalar(PlainScalarKind.Text, text);
    }
}
