namespace Strata.Platform.Catalog;

/// <summary>The node label that tells spot nodes from others, for pods that must stay off them.</summary>
public static class SpotFacts
{
    public static FactSource EksSource { get; } = new("awsdocs/amazon-eks-user-guide: latest/ug/nodes/managed-node-groups.adoc", "2024-12-18");

    public static FactSource GkeSource { get; } = new("kubernetes/autoscaler: cluster-autoscaler/cloudprovider/gce/gce_price_model.go", "2026-08-22");

    /// <summary>Key and value; set by EKS managed node groups and by GKE themselves. Null on own hardware.</summary>
    public static (string Key, string Value)? NodeLabel(Cloud cloud) => cloud switch
    {
        Cloud.Aws => ("eks.amazonaws.com/capacityType", "SPOT"),
        Cloud.Gcp => ("cloud.google.com/gke-spot", "true"),
        _ => null,
    };
}
