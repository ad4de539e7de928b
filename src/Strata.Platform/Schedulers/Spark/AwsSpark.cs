using Strata.Aws.CloudWatch;
using Strata.Aws.EmrServerless.Inputs;
using Strata.Aws.EmrServerless;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Spark as an application of EMR Serverless in the stack's network: it starts with a job and stops when nothing runs.</summary>
internal static class AwsSpark
{
    /// <summary>Spark 3.5. Seen in https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-7130-release.html; not re-read.</summary>
    private const string Release = "emr-7.13.0";

    public static SparkHandle Expand(SparkConfig config, ComponentContext context)
    {
        ManagedOptions.Refuse(
            context, config, "EMR Serverless brings its own machines, images and history", "Remove it, or set 'managed: false' to run Spark on the stack's cluster",
            nameof(config.Cluster), nameof(config.Pools), nameof(config.Image), nameof(config.Host));
        var aws = context.Expansion.Foundations.Aws;
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var history = (AwsObjectStoreHandle)OwnBucket.Add(context, config, "logs", context.IsProd ? 90 : 14);
        var logs = context.Scope.Add(new LogGroup($"{context.Name}-logs-group")
        {
            Name = "/aws/emr-serverless/" + context.Named(AwsNames.LogGroup),
            RetentionInDays = context.IsProd ? 365 : 30,
            KmsKeyId = aws.Keys.ArnFor("logs"),
        });
        var role = AwsRole.Add(context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], Trust(aws), [], Statements(config, context, store, history, logs));
        var group = AwsEgressGroup.Add(context, aws.Network);
        var application = context.Scope.Add(new Application(context.Name, new ResourceOptions { DependsOn = [.. AwsRights.Of(context, role), .. aws.Network.Ready] })
        {
            Name = context.Named(AwsNames.EmrServerless),
            Type = "spark",
            ReleaseLabel = Release,
            Architecture = "X86_64",
            AutoStartConfiguration = new ApplicationAutoStartConfigurationArgs { Enabled = true },
            AutoStopConfiguration = new ApplicationAutoStopConfigurationArgs { Enabled = true, IdleTimeoutMinutes = Math.Max(1, config.IdleTimeout.WholeMinutes) },
            MaximumCapacity = Most(config),
            NetworkConfiguration = new ApplicationNetworkConfigurationArgs { SubnetIds = aws.Network.PrivateSubnetIds, SecurityGroupIds = [group.Id] },
            MonitoringConfiguration = new ApplicationMonitoringConfigurationArgs
            {
                CloudwatchLoggingConfiguration = new ApplicationMonitoringConfigurationCloudwatchLoggingConfigurationArgs { Enabled = true, LogGroupName = logs.Name },
                S3MonitoringConfiguration = new ApplicationMonitoringConfigurationS3MonitoringConfigurationArgs { LogUri = Output.Format($"{history.Url}/"), EncryptionKeyArn = history.Key },

                // The history is in the stack's own bucket; a second copy outside the account is not needed.
                ManagedPersistenceMonitoringConfiguration = new ApplicationMonitoringConfigurationManagedPersistenceMonitoringConfigurationArgs { Enabled = false },
            },
        });
        return new SparkHandle(new() { ["applicationId"] = application.Id, ["jobRole"] = role.Arn, ["logs"] = history.Url }, store.Url);
    }

    private static PolicyStatement Trust(AwsFoundation aws) => PolicyStatement.Trust("emr-serverless.amazonaws.com") with
    {
        Condition = new ValueMap { ["StringEquals"] = new ValueMap { ["aws:SourceAccount"] = aws.AccountId } },
    };

    private static IReadOnlyList<PolicyStatement> Statements(SparkConfig config, ComponentContext context, ObjectStoreHandle store, AwsObjectStoreHandle history, LogGroup logs) =>
    [
        .. StorageGrants.Of(context, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")).SelectMany(grant => grant.Storage.StatementsFor(grant.Level)),
        .. history.StatementsFor(Stacks.AccessLevel.Write),
        .. MlflowRights.OfRuns(context.Expansion),
        new(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"], [logs.Arn, Output.Format($"{logs.Arn}:*")]),

        // It cannot be narrowed: IAM knows no resource for it.
        new(["logs:DescribeLogGroups"], ["*"]),
    ];

    private static ApplicationMaximumCapacityArgs Most(SparkConfig config) => new()
    {
        Cpu = FormattableString.Invariant($"{config.Max * Math.Max(1, (config.Machine.Cpu?.Millicores ?? 4_000) / 1000)} vCPU"),
        Memory = FormattableString.Invariant($"{config.Max * (config.Machine.Memory?.WholeGibibytes ?? 16)} GB"),
    };
}
