namespace Strata.Platform.Costs.Pricers;

/// <summary>GKE control planes. That the first zonal one of a billing account is free is not taken off: another stack may have it.</summary>
internal static class GcpClusters
{
    public static Pricer Pricer { get; } = new(["gcp:container/cluster:Cluster"], (cluster, context) => [context.Always(cluster, "control plane", "gke/cluster")]);
}
