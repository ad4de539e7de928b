using System.Globalization;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>A known value as a part of a text: a text as it is, nothing for null, everything else as JSON writes it.</summary>
internal static class PropertyText
{
    /// <summary>Up to here doubles hold every whole number, which is then written without exponent.</summary>
    private const double LastWhole = 1L << 53;

    public static string Of(PropertyValue value) => value switch
    {
        TextProperty text => text.Text,
        BoolProperty flag => flag.Flag ? "true" : "false",
        NumberProperty number => Of(number.Number),
        ResourceProperty resource => resource.Id ?? resource.Urn,
        ListProperty or ObjectProperty => PropertyJson.Of(value),
        _ => "",
    };

    public static bool IsWhole(double number) => Math.Abs(number) <= LastWhole && Math.Truncate(number) == number;

    private static string Of(double number) => IsWhole(number)
        ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
