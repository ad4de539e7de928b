using Strata.Aws.LB;
using Strata.Aws.LB.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Schedulers;

/// <summary>A load balancer inside the network for the metadata service.</summary>
internal sealed record AwsMetaflowBalancer(LoadBalancer Balancer, TargetGroup Targets, Listener Listener)
{
    public static AwsMetaflowBalancer Add(ComponentContext context, string name, AwsNetworkHandle network)
    {
        var balancer = context.Scope.Add(new LoadBalancer(name)
        {
            Name = context.Named(AwsNames.LoadBalancer),
            LoadBalancerType = "network",
            Internal = true,
            Subnets = network.PrivateSubnetIds,
            EnableCrossZoneLoadBalancing = true,
            EnableDeletionProtection = context.IsProd,
        });
        var targets = context.Scope.Add(new TargetGroup(name)
        {
            Name = context.Named(AwsNames.TargetGroup),
            VpcId = network.VpcId,
            Port = MetaflowService.Port,
            Protocol = "TCP",
            TargetType = "ip",
            DeregistrationDelay = 30,
            HealthCheck = new TargetGroupHealthCheckArgs { Protocol = "HTTP", Path = MetaflowService.Health, Interval = 10 },
        });
        var listener = context.Scope.Add(new Listener(name)
        {
            LoadBalancerArn = balancer.Arn,
            Port = 80,
            Protocol = "TCP",
            DefaultActions = [new ListenerDefaultActionArgs { Type = "forward", TargetGroupArn = targets.Arn }],
        });
        return new AwsMetaflowBalancer(balancer, targets, listener);
    }
}
