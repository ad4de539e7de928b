using System.Globalization;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A schedule's five fields, each as the numbers it stands for.</summary>
/// <param name="DayOfWeek">0 is Sunday.</param>
internal sealed record CronFields(CronNumbers Minute, CronNumbers Hour, CronNumbers DayOfMonth, CronNumbers Month, CronNumbers DayOfWeek)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <param name="schedule">Valid, as every parsed one is.</param>
    public static CronFields Of(CronSchedule schedule)
    {
        var fields = schedule.Text.Split(' ');
        return new CronFields(
            Numbers(fields[0], 0, 59, []), Numbers(fields[1], 0, 23, []), Numbers(fields[2], 1, 31, []), Numbers(fields[3], 1, 12, Months), Week(fields[4]));
    }

    /// <summary>Sunday is 0 and 7.</summary>
    private static CronNumbers Week(string field)
    {
        var days = Numbers(field, 0, 7, Days).Numbers.Select(day => day % 7).Distinct().Order().ToList();
        return new CronNumbers(days, days.Count == 7);
    }

    private static CronNumbers Numbers(string field, int min, int max, string[] names)
    {
        var numbers = field.Split(',').SelectMany(item => Item(item, min, max, names)).Distinct().Order().ToList();
        return new CronNumbers(numbers, numbers.Count == max - min + 1);
    }

    /// <summary><c>*</c>, <c>3</c>, <c>mon-fri</c>, each with or without a step; a single number with a step runs to the end.</summary>
    private static IEnumerable<int> Item(string item, int min, int max, string[] names)
    {
        var (range, step) = item.Split('/') is [var before, var after] ? (before, int.Parse(after, CultureInfo.InvariantCulture)) : (item, 0);
        var (first, last) = range.Split('-') switch
        {
            ["*"] => (min, max),
            [var from, var to] => (NumberOf(from, min, names), NumberOf(to, min, names)),
            [var only] when step > 0 => (NumberOf(only, min, names), max),
            _ => (NumberOf(range, min, names), NumberOf(range, min, names)),
        };
        for (var number = first; number <= last; number += Math.Max(1, step))
        {
            yield return number;
        }
    }

    private static int NumberOf(string text, int min, string[] names)
    {
        var named = Array.FindIndex(names, name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named >= 0 ? named + min : int.Parse(text, CultureInfo.InvariantCulture);
    }
}

/// <summary>The numbers of one field, in order.</summary>
/// <param name="IsAll">True when the field restricts nothing.</param>
internal sealed record CronNumbers(IReadOnlyList<int> Numbers, bool IsAll)
{
    /// <summary><c>*</c>, or the numbers with runs of three and more as ranges: <c>0,15,30-40</c>.</summary>
    public override string ToString()
    {
        if (IsAll)
        {
            return "*";
        }

        var parts = new List<string>();
        for (var i = 0; i < Numbers.Count;)
        {
            var end = i;
            while (end + 1 < Numbers.Count && Numbers[end + 1] == Numbers[end] + 1)
            {
                end++;
            }

            parts.AddRange(end - i >= 2 ? [$"{Text(i)}-{Text(end)}"] : Enumerable.Range(i, end - i + 1).Select(Text));
            i = end + 1;
        }

        return string.Join(',', parts);

        string Text(int index) => Numbers[index].ToString(CultureInfo.InvariantCulture);
    }
}
