namespace Strata.Platform.Catalog;

/// <summary>The node label that tells spot nodes from others, for pods that must stay off them.</summary>
public static class SpotFacts
{
    public static FactSource EksSource { get; } = new("https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html", "2025-11-01");

    public static FactSource GkeSource { get; } = new("https://docs.cloud.google.com/kubernetes-engine/docs/concepts/spot-vms", "2025-11-01");

    /// <summary>Key and value; set by EKS managed node groups and by GKE themselves. Null on own hardware.</summary>
    public static (string Key, string Value)? NodeLabel(Cloud cloud) => cloud switch
    {
        Cloud.Aws => ("eks.amazonaws.com/capacityType", "SPOT"),
        Cloud.Gcp => ("cloud.google.com/gke-spot", "true"),
        _ => null,
    };
}
