using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>AWS Load Balancer Controller: makes load balancers for ingresses and services.</summary>
internal static class AwsLoadBalancers
{
    private const string Account = "aws-load-balancer-controller";

    /// <param name="replicas">At most as many as there are nodes.</param>
    public static Resource Install(ComponentContext context, EksClusterHandle cluster, int replicas)
    {
        var identity = AwsPodIdentity.ForSystem(context, cluster.Name, "load-balancers", Account, [], AwsLoadBalancerPolicy.For(cluster.Name));
        return AwsCharts.Add(context, cluster, Account, [identity], new ValueMap
        {
            ["clusterName"] = cluster.Name,
            ["region"] = context.Expansion.Foundations.Aws.Region,
            ["vpcId"] = cluster.Network.VpcId,
            ["replicaCount"] = replicas,
            ["serviceAccount"] = new ValueMap { ["create"] = true, ["name"] = Account },
            ["defaultTargetType"] = "ip",
            ["keepTLSSecret"] = true,

            // Its webhook would stand before every service of the cluster: nothing could be installed while it is down.
            ["enableServiceMutatorWebhook"] = false,

            // What it has no permission for, it need not look for.
            ["enableShield"] = false,
            ["enableWaf"] = false,
            ["enableWafv2"] = false,
        });
    }
}
