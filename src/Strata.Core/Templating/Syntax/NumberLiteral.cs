using System.Globalization;

namespace Strata.Templating;

/// <summary>Numbers as they are written: <c>12</c>, <c>0x1f</c>, <c>1.5</c>, <c>1e3</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>Null when it is none, or does not fit into 64 bits.</summary>
    public static TemplateValue? Read(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal) && hexadecimal >= 0 ? hexadecimal : null;
        }

        if (text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }
}
