using Strata.Aws.Scheduler;
using Strata.Aws.Scheduler.Inputs;
using Strata.Aws.Sfn;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Endpoints;

/// <summary>Starts a state machine when the file says.</summary>
internal static class SageMakerSchedule
{
    public static void Add(EndpointConfig config, ComponentContext context, StateMachine machine)
    {
        if (config.Schedule is not { } when)
        {
            return;
        }

        if (AwsCron.ForEventBridge(when) is not { } expression)
        {
            context.Diagnostics.Add(EndpointErrors.ScheduleNotPossible(config.SpanOf(nameof(config.Schedule)), when.Text));
            return;
        }

        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-schedule-role", [context.Name, "schedule"], PolicyStatement.Trust("scheduler.amazonaws.com"), [],
            [new PolicyStatement(["states:StartExecution"], [machine.Arn])]);
        context.Scope.Add(new Schedule($"{context.Name}-schedule", new ResourceOptions { DependsOn = [.. AwsRights.Of(context, role)] })
        {
            Name = context.Named(AwsNames.Schedule),
            Description = $"Scores with {context.Name}",
            ScheduleExpression = expression,
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs { Arn = machine.Arn, RoleArn = role.Arn, RetryPolicy = new ScheduleTargetRetryPolicyArgs { MaximumRetryAttempts = 2 } },
        });
    }
}
