using System.Globalization;
using System.Text.RegularExpressions;

namespace Strata.Yaml;

/// <summary>Dates as yaml.v3 finds them in unquoted text, printed as Go's <c>time.Time.String()</c> prints them.</summary>
internal static partial class GoTimestamp
{
    /// <summary>The text that reaches the program, such as <c>2024-01-02 00:00:00 +0000 UTC</c>; null when this is no date.</summary>
    public static string? TryRead(string text)
    {
        // All forms begin with a year of four digits and a dash, which keeps the expression away from ordinary numbers.
        if (text.Length < 8 || text[4] != '-' || Form().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int Number(string group) => match.Groups[group] is { Success: true } g ? int.Parse(g.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        if (month is < 1 or > 12 || day < 1 || day > DaysIn(month, year) || Number("hour") > 23 || Number("minute") > 59 || Number("second") > 59
            || Number("zoneHour") > 24 || Number("zoneMinute") > 60)
        {
            return null;
        }

        var fraction = match.Groups["fraction"].ValueSpan.TrimStart(".,");
        fraction = fraction[..Math.Min(9, fraction.Length)].TrimEnd('0');
        var isUtc = Number("zoneHour") == 0 && Number("zoneMinute") == 0;
        var offset = isUtc ? "+0000" : $"{match.Groups["sign"].Value}{Number("zoneHour"):00}{Number("zoneMinute"):00}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{year:0000}-{month:00}-{day:00} {Number("hour"):00}:{Number("minute"):00}:{Number("second"):00}{(fraction.IsEmpty ? "" : ".")}{fraction} {offset} {(isUtc ? "UTC" : offset)}");
    }

    private static int DaysIn(int month, int year) => month switch
    {
        2 => (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    [GeneratedRegex(@"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})(?:[Tt](?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?<fraction>[.,][0-9]+)?(?:Z|(?<sign>[+-])(?<zoneHour>[0-9]{2}):(?<zoneMinute>[0-9]{2}))| (?<hour>[0-9]{1,2}):(?<minute>[0-9]{1,2}):(?<second>[0-9]{1,2})(?<fraction>[.,][0-9]+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
