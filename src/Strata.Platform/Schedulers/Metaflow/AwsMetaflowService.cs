using Strata.Aws.Ecs;
using Strata.Aws.Ecs.Inputs;
using Strata.Aws.Iam;
using Strata.Aws.Vpc;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;
using Cluster = Strata.Aws.Ecs.Cluster;

namespace Strata.Platform.Schedulers;

/// <summary>The metadata service on Fargate, behind a load balancer that only the network reaches: the service itself asks nobody who they are.</summary>
internal static class AwsMetaflowService
{
    /// <returns>The service's address.</returns>
    public static Output<string> Add(ComponentContext context, AwsMetaflowDatabase database)
    {
        var name = $"{context.Name}-service";
        var (scope, network) = (context.Scope, context.Expansion.Foundations.Aws.Network);
        var group = AwsNetworkAccess.Add(scope, name, "Metaflow", network, [(MetaflowService.Port, MetaflowService.Port)]);
        scope.Add(new SecurityGroupEgressRule($"{name}-out") { SecurityGroupId = group.Id, CidrIpv4 = "0.0.0.0/0", IpProtocol = "-1" });
        var balancer = AwsMetaflowBalancer.Add(context, name, network);
        var execution = AddExecutionRole(context, database);
        var cluster = scope.Add(new Cluster(context.Name)
        {
            Name = context.Named(AwsNames.Ecs),
            Settings = [new ClusterSettingArgs { Name = "containerInsights", Value = context.IsProd ? "enabled" : "disabled" }],
        });
        var service = scope.Add(new Service(name, new ResourceOptions { DependsOn = [balancer.Listener, .. AwsRights.Of(context, execution), .. network.Ready] })
        {
            Name = context.Named(AwsNames.Ecs),
            Cluster = cluster.Arn,
            TaskDefinition = AwsMetaflowTask.Add(context, name, execution, database).Arn,
            DesiredCount = context.IsProd ? 2 : 1,
            LaunchType = "FARGATE",
            NetworkConfiguration = new ServiceNetworkConfigurationArgs { Subnets = network.PrivateSubnetIds, SecurityGroups = [group.Id], AssignPublicIp = false },
            LoadBalancers = [new ServiceLoadBalancerArgs { TargetGroupArn = balancer.Targets.Arn, ContainerName = "service", ContainerPort = MetaflowService.Port }],
            DeploymentCircuitBreaker = new ServiceDeploymentCircuitBreakerArgs { Enable = true, Rollback = true },
            HealthCheckGracePeriodSeconds = 120,
            PropagateTags = "SERVICE",
        });
        AwsMetaflowPassword.Add(context, database, cluster, service);
        return Output.Format($"http://{balancer.Balancer.DnsName}/");
    }

    /// <summary>What starts the containers: it pulls, writes logs and reads the database's password.</summary>
    private static Role AddExecutionRole(ComponentContext context, AwsMetaflowDatabase database)
    {
        var key = context.Expansion.Foundations.Aws.Keys.ArnFor("storage");
        return AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-execution-role", [context.Name, "execution"], PolicyStatement.Trust("ecs-tasks.amazonaws.com"),
            ["arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
            [new PolicyStatement(["secretsmanager:GetSecretValue"], [database.Secret]), .. key is null ? (PolicyStatement[])[] : [new PolicyStatement(["kms:Decrypt"], [key])]]);
    }
}
