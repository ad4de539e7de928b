using Strata.Diagnostics;

namespace Strata.Yaml;

/// <summary>Finds unquoted values that reach the program as something else than what is written.</summary>
public static class ScalarTraps
{
    /// <summary>
    /// The problem, or null when the value arrives as it is written. A value of the wrong kind (a date where a number is
    /// expected) is the binder's to report, not a trap. Quoted, block and tagged values have no traps.
    /// </summary>
    public static Diagnostic? Check(YamlScalar scalar, ExpectedScalar expected)
    {
        if (!scalar.IsPlain || scalar.Tag is not null)
        {
            return null;
        }

        var plain = PlainScalar.Read(scalar.Text);
        var at = scalar.Span;
        return plain.Kind switch
        {
            PlainScalarKind.Null => YamlErrors.EmptyValue(at, scalar.Text),
            PlainScalarKind.NotFinite => YamlErrors.NotFinite(at, scalar.Text),
            _ => expected switch
            {
                ExpectedScalar.Text => plain.Text == scalar.Text ? null : ChangesText(scalar, plain),
                ExpectedScalar.Boolean => OldBoolean(scalar.Text) is { } meant ? YamlErrors.OldBoolean(at, scalar.Text, meant) : null,
                _ => ChangesNumber(scalar, plain),
            },
        };
    }

    private static Diagnostic ChangesText(YamlScalar scalar, PlainScalar plain)
    {
        var at = scalar.Span;
        return plain.Kind switch
        {
            PlainScalarKind.Timestamp => YamlErrors.DateChangesText(at, scalar.Text, plain.Text),
            PlainScalarKind.Boolean => YamlErrors.BooleanChangesText(at, scalar.Text, plain.Text),
            _ => YamlErrors.NumberChangesText(at, scalar.Text, plain.Text),
        };
    }

    private static Diagnostic? ChangesNumber(YamlScalar scalar, PlainScalar plain)
    {
        var at = scalar.Span;
        var digits = scalar.Text.AsSpan().TrimStart("+-");
        return plain.Kind switch
        {
            PlainScalarKind.Integer or PlainScalarKind.Float when digits is ['0', >= '0' and <= '9' or '_', ..] => YamlErrors.LeadingZero(at, scalar.Text, plain.Text),
            PlainScalarKind.Float when IsWholeNumber(digits) => YamlErrors.NumberLosesDigits(at, scalar.Text, plain.Text),
            _ => null,
        };
    }

    /// <summary>Written as a whole number, yet a float: it was too large for 64 bits.</summary>
    private static bool IsWholeNumber(ReadOnlySpan<char> digits) => digits.TrimStart("0123456789_").IsEmpty;

    private static string? OldBoolean(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" => "true",
        "no" or "off" or "n" => "false",
        _ => null,
    };
}
