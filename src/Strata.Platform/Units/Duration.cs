using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strata.Platform.Units;

/// <summary>A stretch of time in whole seconds: <c>90s</c>, <c>60m</c>, <c>1h30m</c>, <c>7d</c>.</summary>
/// <param name="Seconds">At least 1.</param>
public sealed record Duration(long Seconds) : IUnit<Duration>, IComparable<Duration>
{
    private static readonly (char Unit, long Seconds)[] Units = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

    public static string Noun => "a duration";

    public static string Example => "60m";

    public static string Pattern => "^([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$";

    public static Duration FromMinutes(long minutes) => new(minutes * 60);

    public static Duration FromDays(long days) => new(days * 86_400);

    /// <summary>In whole minutes, rounded up.</summary>
    public int WholeMinutes => (int)((Seconds + 59) / 60);

    /// <summary>In whole days, rounded up.</summary>
    public int WholeDays => (int)((Seconds + 86_399) / 86_400);

    /// <summary>As Google's APIs take it: <c>3600s</c>.</summary>
    public string InSeconds => string.Create(CultureInfo.InvariantCulture, $"{Seconds}s");

    public static bool TryParse(string text, [NotNullWhen(true)] out Duration? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        long total = 0, number = 0;
        int digits = 0, lastUnit = -1;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && digits < 9)
            {
                number = (number * 10) + (c - '0');
                digits++;
                continue;
            }

            var unit = Array.FindIndex(Units, u => u.Unit == c);
            if (digits == 0 || unit <= lastUnit)
            {
                problem = "a duration is numbers with the units d, h, m and s, the largest first";
                return false;
            }

            total += number * Units[unit].Seconds;
            (number, digits, lastUnit) = (0, 0, unit);
        }

        if (digits > 0)
        {
            problem = $"the last number has no unit; write '{text}m' if you mean minutes";
            return false;
        }

        if (total is 0 or > 100L * 366 * 86_400)
        {
            problem = total == 0 ? "it must be at least a second" : "it is more than a hundred years";
            return false;
        }

        value = new Duration(total);
        problem = null;
        return true;
    }

    public int CompareTo(Duration? other) => Seconds.CompareTo(other?.Seconds ?? 0);

    /// <summary>With the largest units first: <c>1h30m</c>.</summary>
    public override string ToString()
    {
        var rest = Seconds;
        var text = "";
        foreach (var (unit, seconds) in Units)
        {
            if (rest >= seconds)
            {
                text += string.Create(CultureInfo.InvariantCulture, $"{rest / seconds}{unit}");
                rest %= seconds;
            }
        }

        return text;
    }
}
