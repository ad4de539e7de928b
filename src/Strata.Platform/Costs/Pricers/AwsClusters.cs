namespace Strata.Platform.Costs.Pricers;

/// <summary>EKS control planes.</summary>
internal static class AwsClusters
{
    public static Pricer Pricer { get; } = new(["aws:eks/cluster:Cluster"], (cluster, context) => [context.Always(cluster, "control plane", "eks/cluster")]);
}
