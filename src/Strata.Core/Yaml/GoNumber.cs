using System.Globalization;

namespace Strata.Yaml;

/// <summary>Numbers as Go's strconv reads them for yaml.v3, and as Go's encoding/json writes them for the program.</summary>
internal static class GoNumber
{
    /// <summary>
    /// The decimal text of a whole number with Go's prefixes (<c>0x</c>, <c>0o</c>, <c>0b</c>; a leading zero alone means octal);
    /// null when the text is none or does not fit into 64 bits. yaml.v3 also takes a sign behind <c>0b</c> and <c>0o</c>.
    /// </summary>
    public static string? ReadInteger(string text)
    {
        var isSigned = text is ['+' or '-', ..];
        var isNegative = text is ['-', ..];
        var body = isSigned ? text.AsSpan(1) : text;
        var radix = 10;
        if (body is ['0', _, ..])
        {
            (radix, var prefix) = body switch
            {
                [_, 'x' or 'X', _, ..] => (16, 2),
                [_, 'o' or 'O', _, ..] => (8, 2),
                [_, 'b' or 'B', _, ..] => (2, 2),
                _ => (8, 1),
            };
            body = body[prefix..];
            if (!isSigned && text is ['0', 'o' or 'b', '+' or '-', ..])
            {
                (isSigned, isNegative) = (true, body[0] == '-');
                body = body[1..];
            }
        }

        if (ReadDigits(body, radix) is not { } value || (isSigned && value > long.MaxValue + (isNegative ? 1UL : 0UL)))
        {
            return null;
        }

        var digits = value.ToString(CultureInfo.InvariantCulture);
        return isNegative && value > 0 ? "-" + digits : digits;
    }

    /// <summary>A float in YAML's notation, as JSON text; null when the text is none, or none that a double can hold.</summary>
    public static string? ReadFloat(string text) =>
        IsFloat(text) && double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number && double.IsFinite(number)
            ? Format(number)
            : null;

    private static ulong? ReadDigits(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
        {
            return null;
        }

        UInt128 value = 0;
        foreach (var c in digits)
        {
            var digit = c switch
            {
                >= '0' and <= '9' => c - '0',
                >= 'a' and <= 'f' => c - 'a' + 10,
                >= 'A' and <= 'F' => c - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digit >= radix)
            {
                return null;
            }

            value = (value * (uint)radix) + (uint)digit;
            if (value > ulong.MaxValue)
            {
                return null;
            }
        }

        return (ulong)value;
    }

    /// <summary><c>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?</c></summary>
    private static bool IsFloat(ReadOnlySpan<char> text)
    {
        text = text is ['+' or '-', ..] ? text[1..] : text;
        var whole = SkipDigits(ref text);
        var fraction = 0;
        if (text is ['.', ..])
        {
            text = text[1..];
            fraction = SkipDigits(ref text);
        }

        if (whole + fraction == 0)
        {
            return false;
        }

        if (text is ['e' or 'E', ..])
        {
            text = text is [_, '+' or '-', ..] ? text[2..] : text[1..];
            return SkipDigits(ref text) > 0 && text.IsEmpty;
        }

        return text.IsEmpty;
    }

    private static int SkipDigits(ref ReadOnlySpan<char> text)
    {
        var rest = text.TrimStart("0123456789");
        var count = text.Length - rest.Length;
        text = rest;
        return count;
    }

    /// <summary>
    /// The shortest text that reads back as the same double: plain digits, and an exponent only below 1e-6 and from 1e21 on. Minus
    /// zero is 0, because the file goes through YAML a second time on its way, where <c>-0</c> is a whole number.
    /// </summary>
    private static string Format(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        var round = number.ToString("R", CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var mantissa = round.AsSpan(sign.Length);
        var exponent = 0;
        if (mantissa.IndexOf('E') is >= 0 and var e)
        {
            exponent = int.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }

        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        // The value is 0.DIGITS times ten to the power of scale.
        var scale = (point < 0 ? mantissa.Length : point) + exponent;
        var significant = digits.TrimStart('0');
        scale -= digits.Length - significant.Length;
        significant = significant.TrimEnd('0');
        return sign + Place(significant, scale, Math.Abs(number));
    }

    private static string Place(string digits, int scale, double size)
    {
        if (size is < 1e-6 or >= 1e21)
        {
            var exponent = scale - 1;
            var tail = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{digits[0]}{tail}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(CultureInfo.InvariantCulture)}";
        }

        if (scale <= 0)
        {
            return "0." + new string('0', -scale) + digits;
        }

        return digits.Length <= scale ? digits + new string('0', scale - digits.Length) : digits[..scale] + "." + digits[scale..];
    }
}
