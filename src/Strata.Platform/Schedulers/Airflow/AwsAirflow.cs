using Strata.Aws.Ec2;
using Strata.Aws.Mwaa.Inputs;
using Strata.Aws.S3;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;
using Environment = Strata.Aws.Mwaa.Environment;

namespace Strata.Platform.Schedulers;

/// <summary>Airflow as Amazon MWAA: in two private subnets, with a versioned bucket of its own for DAGs. Takes 20 to 30 minutes to be made.</summary>
internal static class AwsAirflow
{
    // Versions that the service has images of: aws/amazon-mwaa-docker-images, images/airflow, read 2026-11-26; the service's own list is
    // https://docs.aws.amazon.com/mwaa/latest/userguide/airflow-versions.html.
    private const string Airflow2 = "2.10.3";

    // The newest that CloudFormation takes, and so every way to make an environment (aws-cloudformation/cloudformation-coverage-roadmap#2517, 2026-05-29).
    private const string Airflow3 = "3.0.6";
    private const string Requirements = "requirements.txt";

    public static AirflowHandle Expand(AirflowConfig config, ComponentContext context)
    {
        AirflowRules.CheckManaged(config, context);
        var version = config.Version == 2 ? Airflow2 : Airflow3;
        var aws = context.Expansion.Foundations.Aws;
        if (aws.Network.Zones == 1)
        {
            context.Diagnostics.Add(OrchestratorErrors.OneZone(config.KeySpan, config.Name));
        }

        var kept = StepAccess.StoreFor(context, config, config.Artifacts, nameof(config.Artifacts));
        var store = (ObjectStoreHandle)kept.Storage;
        var dags = AwsObjectStore.Expand(new ObjectStore { Name = $"{context.Name}-dags", Versioning = true, KeepOldVersionsDays = context.IsProd ? 90 : 30 }, context with { Name = $"{context.Name}-dags" });
        var requirements = config.Requirements.Count == 0 ? null : context.Scope.Add(new BucketObjectv2($"{context.Name}-requirements", new ResourceOptions { DependsOn = dags.Ready })
        {
            Bucket = dags.Bucket,
            Key = Requirements,
            Content = string.Join('\n', config.Requirements) + "\n",
        });
        var role = AwsAirflowRole.Add(context, dags, StorageGrants.Of(context, config, config.Access, kept));
        var group = Group(context, aws.Network);

        // It is refused while its bucket has no versions, or could be public.
        var environment = context.Scope.Add(new Environment(context.Name, new ResourceOptions { DependsOn = [.. dags.Ready, .. AwsRights.Of(context, role), .. aws.Network.Ready] })
        {
            Name = context.Named(AwsNames.Mwaa),
            AirflowVersion = version,
            EnvironmentClass = context.IsProd ? "mw1.medium" : "mw1.small",
            DagS3Path = "dags/",
            SourceBucketArn = dags.Arn,
            RequirementsS3Path = requirements is null ? null : Requirements,
            RequirementsS3ObjectVersion = requirements?.VersionId,
            ExecutionRoleArn = role.Arn,
            KmsKey = aws.Keys.ArnFor("storage"),
            MinWorkers = 1,
            MaxWorkers = config.MaxWorkers,
            WebserverAccessMode = "PRIVATE_ONLY",
            NetworkConfiguration = new EnvironmentNetworkConfigurationArgs
            {
                SecurityGroupIds = [group.Id],
                SubnetIds = [aws.Network.PrivateSubnet(0), aws.Network.PrivateSubnet(1)],
            },
            LoggingConfiguration = new EnvironmentLoggingConfigurationArgs
            {
                DagProcessingLogs = new() { Enabled = true, LogLevel = "WARNING" },
                SchedulerLogs = new() { Enabled = true, LogLevel = "WARNING" },
                TaskLogs = new() { Enabled = true, LogLevel = "INFO" },
                WebserverLogs = new() { Enabled = true, LogLevel = "WARNING" },
                WorkerLogs = new() { Enabled = true, LogLevel = "WARNING" },
            },
        });
        AwsAirflowPods.Let(context, role, group);
        return new AirflowHandle(version, Output.Format($"https://{environment.WebserverUrl}"), Output.Format($"s3://{dags.Bucket}/dags"), store.Url, role.Arn);
    }

    /// <summary>Its parts talk to each other, and to its database, within the group.</summary>
    private static SecurityGroup Group(ComponentContext context, AwsNetworkHandle network)
    {
        var group = AwsEgressGroup.Add(context, network);
        context.Scope.Add(new SecurityGroupIngressRule($"{context.Name}-itself")
        {
            SecurityGroupId = group.Id,
            ReferencedSecurityGroupId = group.Id,
            IpProtocol = "-1",
            Description = "Airflow's parts among themselves",
        });
        return group;
    }
}
