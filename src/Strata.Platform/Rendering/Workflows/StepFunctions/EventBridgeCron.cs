using System.Globalization;
using Strata.Platform.Units;

namespace Strata.Platform.Rendering;

/// <summary>
/// Schedules in the six fields of EventBridge Scheduler, where days of the week count from 1 and one of the two fields for days is
/// a question mark (EventBridge Scheduler user guide, "Schedule types").
/// </summary>
internal static class EventBridgeCron
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    /// <summary>Null for a schedule with days of the month and of the week: cron runs on either, EventBridge knows only one of them.</summary>
    public static string? Of(CronSchedule schedule)
    {
        var fields = schedule.Text.Split(' ');
        if (fields[2] != "*" && fields[4] != "*")
        {
            return null;
        }

        var (minute, hour, month) = (Listed(fields[0], 0, 59, []), Listed(fields[1], 0, 23, []), Listed(fields[3], 1, 12, Months));
        var (day, week) = fields[4] == "*" ? (Listed(fields[2], 1, 31, []), "?") : ("?", Listed(fields[4], 0, 7, Days));
        return $"cron({minute} {hour} {day} {month} {week} *)";
    }

    /// <summary>Every value of a field, so that steps and ranges mean the same everywhere.</summary>
    private static string Listed(string field, int min, int max, string[] names)
    {
        if (field == "*")
        {
            return field;
        }

        var values = new SortedSet<int>();
        foreach (var item in field.Split(','))
        {
            var (range, step) = item.Split('/') is [var before, var after] ? (before, int.Parse(after, CultureInfo.InvariantCulture)) : (item, 1);
            var (from, to) = range == "*" ? (min, max) : range.Split('-') is [var low, var high] ? (Number(low), Number(high)) : (Number(range), item.Contains('/', StringComparison.Ordinal) ? max : Number(range));
            for (var value = from; value <= to; value += step)
            {
                values.Add(names == Days ? value % 7 : value);
            }
        }

        return string.Join(',', values.Select(value => names == Days ? Days[value] : value.ToString(CultureInfo.InvariantCulture)));

        int Number(string text) => Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? at + min : int.Parse(text, CultureInfo.InvariantCulture);
    }
}
