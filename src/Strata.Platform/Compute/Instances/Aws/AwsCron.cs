using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>
/// Cron schedules as AWS writes them. Every field is written as the numbers it stands for: that needs none of the forms in
/// which AWS and cron differ, such as what a step counts from.
/// </summary>
internal static class AwsCron
{
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>
    /// For EventBridge: <c>cron(0 3 ? * MON *)</c>. It counts days of the month or of the week, never both, and says <c>?</c> in
    /// the other field. Null when the schedule restricts both.
    /// </summary>
    public static string? ForEventBridge(CronSchedule schedule)
    {
        var fields = CronFields.Of(schedule);
        return (fields.DayOfMonth.IsAll, fields.DayOfWeek.IsAll) switch
        {
            (false, false) => null,
            (_, true) => $"cron({fields.Minute} {fields.Hour} {fields.DayOfMonth} {fields.Month} ? *)",
            _ => $"cron({fields.Minute} {fields.Hour} ? {fields.Month} {string.Join(',', fields.DayOfWeek.Numbers.Select(day => Days[day]))} *)",
        };
    }

    /// <summary>For Auto Scaling, which takes cron's five fields: <c>0 3 * * 1</c>.</summary>
    public static string ForAutoScaling(CronSchedule schedule)
    {
        var fields = CronFields.Of(schedule);
        return $"{fields.Minute} {fields.Hour} {fields.DayOfMonth} {fields.Month} {fields.DayOfWeek}";
    }
}
