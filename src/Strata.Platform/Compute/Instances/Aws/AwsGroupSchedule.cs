using Strata.Aws.AutoScaling;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>Empties an Auto Scaling group and fills it again.</summary>
internal static class AwsGroupSchedule
{
    public static void Add(AwsInstancePlan plan, OffHours hours, Group group)
    {
        var (config, context) = (plan.Config, plan.Context);

        // With a maximum of 0 as well, so that load cannot bring machines back.
        Schedule("stop", hours.Stop, 0, 0, 0);
        if (hours.Start is { } start)
        {
            Schedule("start", start, config.Min, config.Max, Math.Max(1, config.Min));
        }

        void Schedule(string what, CronSchedule when, int min, int max, int desired) => context.Scope.Add(new Schedule($"{context.Name}-{what}")
        {
            AutoscalingGroupName = group.Name,
            ScheduledActionName = what,
            Recurrence = AwsCron.ForAutoScaling(when),
            TimeZone = hours.TimeZone.Text,
            MinSize = min,
            MaxSize = max,
            DesiredCapacity = desired,
        });
    }
}
