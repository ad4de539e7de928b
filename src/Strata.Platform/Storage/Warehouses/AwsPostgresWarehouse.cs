using Strata.Aws.Rds;
using Strata.Aws.Rds.Inputs;
using Strata.Aws.Vpc;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>A warehouse as Postgres on RDS: in private subnets, over TLS only, its password kept by the cloud.</summary>
internal static class AwsPostgresWarehouse
{
    private const int Port = 5432;
    private const string Version = "17";

    public static AwsPostgresHandle Expand(Warehouse config, ComponentContext context)
    {
        var name = context.Name;
        var scope = context.Scope;
        var aws = context.Expansion.Foundations.Aws;
        var network = aws.Network;
        var key = aws.Keys.ArnFor("storage");
        var subnets = scope.Add(new SubnetGroup($"{name}-subnets") { Name = context.Named(AwsNames.RdsGroup), SubnetIds = network.PrivateSubnetIds });
        var parameters = scope.Add(new ParameterGroup($"{name}-parameters")
        {
            Name = context.Named(AwsNames.RdsGroup, Version),
            Family = $"postgres{Version}",
            Parameters = [new ParameterGroupParameterArgs { Name = "rds.force_ssl", Value = "1" }],
        });
        var group = scope.Add(new Aws.Ec2.SecurityGroup($"{name}-access") { Description = $"Postgres of {name}: from the network only", VpcId = network.VpcId });
        scope.Add(new SecurityGroupIngressRule($"{name}-access-network")
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = network.CidrBlock,
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            Description = "SQL from the network",
        });
        var instance = scope.Add(new Instance(name, context.HoldsData with { IgnoreChanges = ["engineVersion"] })
        {
            Identifier = context.Named(AwsNames.RdsInstance),
            Engine = "postgres",
            EngineVersion = Version,
            InstanceClass = context.IsProd ? "db.m7g.large" : "db.t4g.small",
            AllocatedStorage = Math.Max(20, config.Size.WholeGibibytes),
            MaxAllocatedStorage = Math.Max(20, config.Size.WholeGibibytes) * 2,
            StorageType = "gp3",
            StorageEncrypted = true,
            KmsKeyId = key,
            DbName = "analytics",
            Username = "strata",
            ManageMasterUserPassword = true,
            MasterUserSecretKmsKeyId = key,
            IamDatabaseAuthenticationEnabled = true,
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
        return new AwsPostgresHandle(config, instance, aws);
    }
}
