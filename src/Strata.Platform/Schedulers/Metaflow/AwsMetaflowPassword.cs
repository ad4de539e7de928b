using Strata.Aws.Ecs;
using Strata.Aws.Scheduler;
using Strata.Aws.Scheduler.Inputs;
using Strata.Aws.SecretsManager;
using Strata.Aws.SecretsManager.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Cluster = Strata.Aws.Ecs.Cluster;

namespace Strata.Platform.Schedulers;

/// <summary>
/// A new password for the database on the first night of each month, and the service started again after it. The service reads its
/// password when it starts; by itself RDS would change it every seven days at any hour, and the service would be shut out.
/// </summary>
internal static class AwsMetaflowPassword
{
    public static void Add(ComponentContext context, AwsMetaflowDatabase database, Cluster cluster, Service service)
    {
        var name = $"{context.Name}-password";
        context.Scope.Add(new SecretRotation(name)
        {
            SecretId = database.Secret,
            RotateImmediately = false,
            RotationRules = new SecretRotationRotationRulesArgs { ScheduleExpression = "cron(0 2 1 * ? *)", Duration = "1h" },
        });
        var role = AwsRole.Add(
            context.Scope, context.Expansion, $"{name}-role", [context.Name, "password"],
            PolicyStatement.Trust("scheduler.amazonaws.com") with { Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = context.Expansion.Foundations.Aws.AccountId } } },
            [], [new PolicyStatement(["ecs:UpdateService"], [service.Arn])]);
        context.Scope.Add(new Schedule(name, new ResourceOptions { DependsOn = AwsRights.Of(context, role) })
        {
            Name = context.Named(AwsNames.Schedule, "password"),
            Description = $"Starts the metadata service of {context.Name} again after its database has a new password",
            ScheduleExpression = "cron(15 3 1 * ? *)",
            ScheduleExpressionTimezone = "UTC",
            FlexibleTimeWindow = new ScheduleFlexibleTimeWindowArgs { Mode = "OFF" },
            Target = new ScheduleTargetArgs
            {
                Arn = "arn:aws:scheduler:::aws-sdk:ecs:updateService",
                RoleArn = role.Arn,
                Input = Output.Json(new ValueMap { ["Cluster"] = cluster.Arn, ["Service"] = service.Arn, ["ForceNewDeployment"] = true }),
            },
        });
    }
}
