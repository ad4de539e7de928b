using Strata.Aws.Eks;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Karpenter: its controller on the system nodes, the role its nodes run as, and the queue it hears of interruptions by.</summary>
/// <param name="NodeRole">The name of the role that its nodes run as.</param>
/// <param name="Controller">What its custom resources wait for.</param>
internal sealed record AwsKarpenter(Input<string> NodeRole, Resource Controller)
{
    private const string Account = "karpenter";

    /// <param name="name">The cluster's name as text, for keys of conditions.</param>
    /// <param name="replicas">At most as many as there are nodes: no two share one.</param>
    public static AwsKarpenter Install(ComponentContext context, EksClusterHandle cluster, string name, int replicas)
    {
        var role = AwsNodeRole.Add(context, "karpenter-nodes");

        // EKS makes the entry for its own node groups' role by itself; for machines that Karpenter starts nobody does.
        var entry = context.Scope.Add(new AccessEntry($"{context.Name}-karpenter-nodes") { ClusterName = cluster.Name, PrincipalArn = role.Arn, Type = "EC2_LINUX" });
        var queue = AwsInterruptions.Add(context);
        var statements = AwsKarpenterPolicy.For(name, context.Expansion.Foundations.Aws.Region, role.Arn, queue.Arn);
        var identity = AwsPodIdentity.ForSystem(context, cluster.Name, "karpenter", Account, [], statements);
        var kinds = AwsCharts.Add(context, cluster, "karpenter-crd", [], []);
        var controller = AwsCharts.Add(context, cluster, "karpenter", [kinds, identity, entry, .. AwsRights.Of(context, role)], Values(cluster.Name, queue.Name, replicas));
        return new AwsKarpenter(role.Name, controller);
    }

    private static ValueMap Values(Input<string> cluster, Input<string> queue, int replicas) => new()
    {
        ["replicas"] = replicas,
        ["serviceAccount"] = new ValueMap { ["create"] = true, ["name"] = Account },
        ["settings"] = new ValueMap { ["clusterName"] = cluster, ["interruptionQueue"] = queue, ["eksControlPlane"] = true },
        ["controller"] = new ValueMap
        {
            ["resources"] = new ValueMap
            {
                ["requests"] = new ValueMap { ["cpu"] = "250m", ["memory"] = "512Mi" },
                ["limits"] = new ValueMap { ["memory"] = "1Gi" },
            },
        },
    };
}
