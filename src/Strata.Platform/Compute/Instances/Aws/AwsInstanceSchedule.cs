using Strata.Aws.Ec2;
using Strata.Aws.Scheduler;
using Strata.Aws.Scheduler.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Units;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>Stops single machines, and starts them again, by EventBridge Scheduler.</summary>
internal static class AwsInstanceSchedule
{
    public static void Add(ComponentContext context, OffHours hours, params IReadOnlyList<Instance> instances)
    {
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-schedule-role", [context.Name, "schedule"], PolicyStatement.Trust("scheduler.amazonaws.com"), [],
            [new PolicyStatement(hours.Start is null ? ["ec2:StopInstances"] : ["ec2:StopInstances", "ec2:StartInstances"], [.. instances.Select(instance => instance.Arn)])]);
        Schedule("stop", "stopInstances", hours.Stop, hours.SpanOf(nameof(hours.Stop)));
        if (hours.Start is { } start)
        {
            Schedule("start", "startInstances", start, hours.SpanOf(nameof(hours.Start)));
        }

        void Schedule(string what, string action, CronSchedule when, SourceSpan? at)
        {
            if (AwsCron.ForEventBridge(when) is not { } expression)
            {
                context.Diagnostics.Add(ComputeErrors.ScheduleNotPossible(at, when.Text, "EventBridge counts days of the month or days of the week, and not both"));
                return;
            }

            context.Scope.Add(new Schedule($"{context.Name}-{what}")
            {
                Name = context.Named(AwsNames.Schedule, what),
                Description = $"{what} {context.Name}",
                ScheduleExpression = expression,
                ScheduleExpressionTimezone = hours.TimeZone.Text,
                FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
                Target = new ScheduleTargetArgs
                {
                    Arn = $"arn:aws:scheduler:::aws-sdk:ec2:{action}",
                    RoleArn = role.Arn,
                    Input = Output.Json(new ValueMap { ["InstanceIds"] = Value.List(instances.Select(instance => instance.Id.Value)) }),
                },
            });
        }
    }
}
