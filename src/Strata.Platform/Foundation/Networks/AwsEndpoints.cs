using Strata.Aws.Ec2;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>Ways to AWS' own services that do not lead through the internet.</summary>
internal static class AwsEndpoints
{
    private const string Name = OwnAwsNetwork.Name;

    /// <summary>What all machines talk to.</summary>
    private static readonly string[] Always = ["ecr.api", "ecr.dkr", "sts", "logs", "monitoring", "kms", "secretsmanager", "ec2", "ssm", "ssmmessages", "ec2messages"];

    private static readonly string[] ForClusters = ["eks", "eks-auth", "autoscaling", "elasticloadbalancing", "sqs"];

    private static readonly string[] ForBatch = ["batch", "ecs", "ecs-agent", "ecs-telemetry"];

    private static readonly string[] ForFiles = ["elasticfilesystem"];

    private static readonly string[] ForWarehouses = ["athena", "glue", "redshift-data", "rds"];

    private static readonly string[] ForSageMaker = ["sagemaker.api", "sagemaker.runtime"];

    /// <summary>
    /// Gateway endpoints cost nothing and are always made; most of what goes through a NAT gateway otherwise is S3. Interface
    /// endpoints are billed by the hour and zone: only those the stack's own components use, and all where there is no other way.
    /// </summary>
    /// <returns>The endpoints.</returns>
    public static IReadOnlyList<Resource> Add(Scope scope, StackExpansion expansion, Vpc vpc, IReadOnlyList<Subnet> subnets, IReadOnlyList<RouteTable> tables)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        var region = expansion.Foundations.Aws.Region;
        List<Resource> endpoints = [];
        foreach (var service in (string[])["s3", "dynamodb"])
        {
            endpoints.Add(scope.Add(new VpcEndpoint($"{Name}-{service}")
            {
                VpcId = vpc.Id,
                ServiceName = $"com.amazonaws.{region}.{service}",
                VpcEndpointType = "Gateway",
                RouteTableIds = [.. tables.Select(table => (Input<string>)table.Id)],
                Tags = OwnAwsNetwork.TagsOf(expansion, service),
            }));
        }

        if (!config.PrivateEndpoints)
        {
            return endpoints;
        }

        var group = Group(scope, expansion, vpc);
        foreach (var service in Services(expansion.Stack))
        {
            endpoints.Add(scope.Add(new VpcEndpoint($"{Name}-{service.Replace('.', '-')}")
            {
                VpcId = vpc.Id,
                ServiceName = $"com.amazonaws.{region}.{service}",
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SubnetIds = [.. subnets.Select(subnet => (Input<string>)subnet.Id)],
                SecurityGroupIds = [group.Id],
                Tags = OwnAwsNetwork.TagsOf(expansion, service.Replace('.', '-')),
            }));
        }

        return endpoints;
    }

    private static IEnumerable<string> Services(StackModel stack)
    {
        var all = stack.Config.Network.Nat == NatGateways.None;
        var components = stack.Components.Where(c => stack.CloudOf(c) == Cloud.Aws).ToList();
        return
        [
            .. Always,
            .. all || components.Exists(c => c is Cluster) ? ForClusters : [],
            .. all || components.Exists(c => c is Batch) ? ForBatch : [],
            .. all || components.Exists(c => c is FileStore) ? ForFiles : [],
            .. all || components.Exists(c => c is Warehouse) ? ForWarehouses : [],
            .. all ? ForSageMaker : [],
        ];
    }

    private static SecurityGroup Group(Scope scope, StackExpansion expansion, Vpc vpc)
    {
        var group = scope.Add(new SecurityGroup($"{Name}-endpoints")
        {
            VpcId = vpc.Id,
            Description = "Private endpoints: from the network only",
            Tags = OwnAwsNetwork.TagsOf(expansion, "endpoints"),
        });
        scope.Add(new SecurityGroupIngressRule($"{Name}-endpoints-network")
        {
            SecurityGroupId = group.Id,
            CidrIpv4 = vpc.CidrBlock,
            IpProtocol = "tcp",
            FromPort = 443,
            ToPort = 443,
            Description = "HTTPS from the network",
        });
        return group;
    }
}
