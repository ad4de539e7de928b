using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Costs.Pricers;

/// <summary>How many hours a month one machine is on.</summary>
internal static class RunningHours
{
    /// <summary>All month; less where people work on it, or where it is switched off at times.</summary>
    public static Amount Of(Resource machine, CostContext context)
    {
        if (CostContext.IsWorkspace(machine))
        {
            return context.Stack.Config.Workspaces.TryGetValue(ComponentPath.Owner(machine)!.LogicalName, out var workspace) && workspace.AlwaysOn
                ? Amount.Of(CostAssumptions.HoursInMonth)
                : OfWork;
        }

        return ComponentPath.Owner(machine) is { } owner
            && context.Stack.Config.Compute.GetValueOrDefault(owner.LogicalName) is Instances { OffHours: { } offHours }
            ? Of(offHours)
            : Amount.Of(CostAssumptions.HoursInMonth);
    }

    /// <summary>What stops when nobody uses it: never on, a working day, or always.</summary>
    public static Amount OfWork => new(0, CostAssumptions.WorkHours, CostAssumptions.HoursInMonth);

    /// <summary>What is stopped at night and started by hand is on for a working day; what starts by itself is on between the two.</summary>
    private static Amount Of(OffHours offHours)
    {
        var stop = HourOf(offHours.Stop.ToString());
        if (offHours.Start is not { } start || stop is null || HourOf(start.ToString()) is not { } begin)
        {
            return OfWork;
        }

        var aDay = ((stop.Value - begin + 24) % 24) is var hours && hours == 0 ? 24 : hours;
        return Amount.Of(CostAssumptions.HoursInMonth / 24 / 7 * aDay * DaysOf(start.ToString()));
    }

    /// <summary>The hour of a cron schedule with a single one, with its minutes as a fraction; null for others.</summary>
    private static decimal? HourOf(string cron) =>
        cron.Split(' ') is [var minute, var hour, ..] && decimal.TryParse(hour, out var h) && decimal.TryParse(minute, out var m) ? h + (m / 60) : null;

    /// <summary>On how many days of the week a schedule is: of <c>1-5</c> and <c>MON-FRI</c> five, of <c>*</c> seven.</summary>
    private static int DaysOf(string cron)
    {
        if (cron.Split(' ') is not [.., var days] || days is "*" or "?")
        {
            return 7;
        }

        return days.Split(',').Sum(part => part.Split('-') is [var from, var to] ? ((DayOf(to) - DayOf(from) + 7) % 7) + 1 : 1);
    }

    private static int DayOf(string day) => day.ToUpperInvariant() switch
    {
        "MON" => 1, "TUE" => 2, "WED" => 3, "THU" => 4, "FRI" => 5, "SAT" => 6, "SUN" => 7,
        var number => int.TryParse(number, out var n) ? n : 1,
    };
}
