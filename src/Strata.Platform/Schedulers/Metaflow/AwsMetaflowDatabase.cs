using Strata.Aws.Rds;
using Strata.Aws.Rds.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The service's Postgres on RDS: in private subnets, over TLS only, its password kept by the cloud.</summary>
/// <param name="Secret">The ARN of the secret with <c>username</c> and <c>password</c>.</param>
internal sealed record AwsMetaflowDatabase(Instance Instance, Output<string> Secret)
{
    public const string Database = "metaflow";
    private const string Version = "17";

    public static AwsMetaflowDatabase Add(ComponentContext context)
    {
        var name = $"{context.Name}-database";
        var (scope, aws) = (context.Scope, context.Expansion.Foundations.Aws);
        var key = aws.Keys.ArnFor("storage");
        var subnets = scope.Add(new SubnetGroup(name) { Name = context.Named(AwsNames.RdsGroup), SubnetIds = aws.Network.PrivateSubnetIds });
        var parameters = scope.Add(new ParameterGroup(name)
        {
            Name = context.Named(AwsNames.RdsGroup, Version),
            Family = $"postgres{Version}",
            Parameters = [new ParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1" }],
        });
        var group = AwsNetworkAccess.Add(scope, name, "Postgres", aws.Network, [(5432, 5432)]);
        var instance = scope.Add(new Instance(name, context.HoldsData with { IgnoreChanges = ["engineVersion"] })
        {
            Identifier = context.Named(AwsNames.RdsInstance),
            Engine = "postgres",
            EngineVersion = Version,
            InstanceClass = context.IsProd ? "db.m7g.large" : "db.t4g.small",
            AllocatedStorage = 20,
            MaxAllocatedStorage = 200,
            StorageType = "gp3",
            StorageEncrypted = true,
            KmsKeyId = key,
            DbName = Database,
            Username = Database,
            ManageMasterUserPassword = true,
            MasterUserSecretKmsKeyId = key,
            DbSubnetGroupName = subnets.Name,
            ParameterGroupName = parameters.Name,
            VpcSecurityGroupIds = [group.Id],
            PubliclyAccessible = false,
            MultiAz = context.IsProd,
            BackupRetentionPeriod = context.IsProd ? 14 : 1,
            CopyTagsToSnapshot = true,
            DeletionProtection = context.IsProd,
            SkipFinalSnapshot = !context.IsProd,
            FinalSnapshotIdentifier = context.IsProd ? context.Named(AwsNames.RdsInstance, "final") : null,
            PerformanceInsightsEnabled = context.IsProd,
            AutoMinorVersionUpgrade = true,
        });
        return new AwsMetaflowDatabase(instance, instance.GetOutput<string>("masterUserSecrets[0].secretArn"));
    }
}
