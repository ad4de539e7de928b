using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strata.Platform.Units;

/// <summary>A day: <c>2027-03-31</c>, in quotes, because YAML reads it as a point in time without them.</summary>
public sealed record CalendarDate(DateOnly Day) : IUnit<CalendarDate>
{
    public static string Noun => "a date in quotes";

    public static string Example => "\"2027-03-31\"";

    public static string Pattern => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    public static bool TryParse(string text, [NotNullWhen(true)] out CalendarDate? value, [NotNullWhen(false)] out string? problem)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        value = isDay ? new CalendarDate(day) : null;
        problem = isDay ? null : "it is not a day that exists, written year-month-day";
        return isDay;
    }

    public override string ToString() => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
