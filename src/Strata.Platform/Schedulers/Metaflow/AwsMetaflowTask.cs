using Strata.Aws.CloudWatch;
using Strata.Aws.Ecs;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>The metadata service's containers on Fargate: one that brings the tables up to date and ends, then the service.</summary>
internal static class AwsMetaflowTask
{
    public static TaskDefinition Add(ComponentContext context, string name, Role execution, AwsMetaflowDatabase database)
    {
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs")
        {
            Name = "/aws/ecs/" + context.Named(AwsNames.LogGroup),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = context.Expansion.Foundations.Aws.Keys.ArnFor("logs"),
        });
        var serve = Container(context, "service", MetaflowService.Serve, logs, database);
        serve["portMappings"] = Value.List(new ValueMap { ["containerPort"] = MetaflowService.Port, ["protocol"] = "tcp" });
        serve["dependsOn"] = Value.List(new ValueMap { ["containerName"] = "migrate", ["condition"] = "SUCCESS" });
        return context.Scope.Add(new TaskDefinition(name)
        {
            Family = context.Named(AwsNames.Ecs),
            RequiresCompatibilities = ["FARGATE"],
            NetworkMode = "awsvpc",
            Cpu = context.IsProd ? "1024" : "512",
            Memory = context.IsProd ? "2048" : "1024",
            ExecutionRoleArn = execution.Arn,
            ContainerDefinitions = Output.Json(Value.List(Container(context, "migrate", MetaflowService.Migrate, logs, database), serve)),
        });
    }

    private static ValueMap Container(ComponentContext context, string name, string[] command, LogGroup logs, AwsMetaflowDatabase database) => new()
    {
        ["name"] = name,
        ["image"] = MetaflowService.Image,
        ["essential"] = name == "service",
        ["command"] = Value.List(command.Select(word => (Value)word)),
        ["environment"] = Value.List(MetaflowService.Environment(database.Instance.Address, AwsMetaflowDatabase.Database)
            .Select(variable => (Value)new ValueMap { ["name"] = variable.Key, ["value"] = variable.Value })),
        ["secrets"] = Value.List(
            new ValueMap { ["name"] = "MF_METADATA_DB_USER", ["valueFrom"] = Output.Format($"{database.Secret}:username::") },
            new ValueMap { ["name"] = "MF_METADATA_DB_PSWD", ["valueFrom"] = Output.Format($"{database.Secret}:password::") }),
        ["logConfiguration"] = new ValueMap
        {
            ["logDriver"] = "awslogs",
            ["options"] = new ValueMap { ["awslogs-group"] = logs.Name, ["awslogs-region"] = context.Expansion.Foundations.Aws.Region, ["awslogs-stream-prefix"] = name },
        },
    };
}
