using Strata.Aws.Ec2;
using Strata.Aws.RedshiftServerless;
using Strata.Aws.RedshiftServerless.Inputs;
using Strata.Aws.Vpc;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A warehouse as Redshift Serverless: reached from the network only, its password kept by the cloud.</summary>
internal static class RedshiftWarehouse
{
    private const int Port = 5439;

    public static RedshiftHandle Expand(Warehouse config, ComponentContext context)
    {
        if (config.Capacity % 8 != 0)
        {
            context.Diagnostics.Add(WarehouseErrors.CapacityStep(config.SpanOf(nameof(Warehouse.Capacity)), config.Capacity, config.Capacity / 8 * 8, (config.Capacity / 8 * 8) + 8));
        }

        var name = context.Name;
        var scope = context.Scope;
        var aws = context.Expansion.Foundations.Aws;
        var network = aws.Network;
        var stores = context.Stack.Components.OfType<ObjectStore>().Where(s => context.Stack.CloudOf(s) == Cloud.Aws).ToList();
        var access = stores.SelectMany(s => context.Expansion.HandleOf<StorageHandle>(s).StatementsFor(AccessLevel.Read));
        var role = AwsRole.Add(scope, context.Expansion, $"{name}-role", [name, "redshift"], PolicyStatement.Trust("redshift.amazonaws.com", "redshift-serverless.amazonaws.com"), [], [.. access]);
        var group = scope.Add(new SecurityGroup($"{name}-access")
        {
            Description = $"Redshift of {name}: from the network only",
            VpcId = network.VpcId,
        });
        scope.Add(new SecurityGroupIngressRule($"{name}-access-network")
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = network.CidrBlock,
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            Description = "SQL from the network",
        });
        var space = scope.Add(new Namespace(name, context.HoldsData)
        {
            NamespaceName = context.Named(AwsNames.RedshiftServerless),
            DbName = "analytics",
            AdminUsername = "strata",
            ManageAdminPassword = true,
            KmsKeyId = aws.Keys.ArnFor("storage"),
            DefaultIamRoleArn = role.Arn,
            IamRoles = [role.Arn],
            LogExports = ["userlog", "connectionlog", "useractivitylog"],
        });
        var workgroup = scope.Add(new Workgroup($"{name}-workgroup")
        {
            WorkgroupName = context.Named(AwsNames.RedshiftServerless),
            NamespaceName = space.NamespaceName,
            BaseCapacity = config.Capacity,
            EnhancedVpcRouting = true,
            PubliclyAccessible = false,
            SubnetIds = network.PrivateSubnetIds,
            SecurityGroupIds = [group.Id],
            ConfigParameters = [new WorkgroupConfigParameterArgs { ParameterKey = "require_ssl", ParameterValue = "true" }],
        });
        return new RedshiftHandle(config, space, workgroup);
    }
}
