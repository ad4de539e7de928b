using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Strata.Platform.Units;

/// <summary>A schedule in cron's five fields: minute, hour, day of month, month, day of week.</summary>
/// <param name="Text">As written, one space between fields.</param>
public sealed record CronSchedule(string Text) : IUnit<CronSchedule>
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly Field[] Fields =
    [
        new("minute", 0, 59, []), new("hour", 0, 23, []), new("day of month", 1, 31, []), new("month", 1, 12, Months), new("day of week", 0, 7, Days),
    ];

    public static string Noun => "a cron schedule";

    public static string Example => "0 3 * * 1";

    public static string Pattern => "^\\S+( +\\S+){4}$";

    public static bool TryParse(string text, [NotNullWhen(true)] out CronSchedule? value, [NotNullWhen(false)] out string? problem)
    {
        value = null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != Fields.Length)
        {
            problem = $"it has {parts.Length} fields and needs five: minute, hour, day of month, month, day of week";
            return false;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            if (ProblemOf(parts[i], Fields[i]) is { } found)
            {
                problem = found;
                return false;
            }
        }

        value = new CronSchedule(string.Join(' ', parts));
        problem = null;
        return true;
    }

    public override string ToString() => Text;

    private static string? ProblemOf(string part, Field field)
    {
        foreach (var item in part.Split(','))
        {
            var (range, step) = item.Split('/') is [var before, var after] ? (before, after) : (item, "1");
            if (!int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var every) || every < 1)
            {
                return $"'{item}' is not a step for the {field.Name}";
            }

            if (range == "*")
            {
                continue;
            }

            var (from, to) = range.Split('-') is [var low, var high] ? (low, high) : (range, range);
            if (field.NumberOf(from) is not { } first || field.NumberOf(to) is not { } last)
            {
                return $"'{item}' is not a {field.Name} between {field.Min} and {field.Max}";
            }

            if (first > last)
            {
                return $"'{item}' counts backwards";
            }
        }

        return null;
    }

    private sealed record Field(string Name, int Min, int Max, string[] Names)
    {
        public int? NumberOf(string text)
        {
            var named = Array.FindIndex(Names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
            if (named >= 0)
            {
                return named + Min;
            }

            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Min && number <= Max ? number : null;
        }
    }
}
