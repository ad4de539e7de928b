namespace Strata.Platform.Catalog;

/// <summary>Where a component runs.</summary>
public enum Cloud
{
    Aws,
    Gcp,

    /// <summary>Any Kubernetes cluster, such as one on own hardware: nothing is bought, nodes are declared.</summary>
    Kubernetes,
}
