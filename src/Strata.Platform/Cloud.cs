namespace Strata.Platform;

/// <summary>Where a component runs.</summary>
public enum Cloud
{
    /// <summary>Amazon Web Services.</summary>
    Aws,

    /// <summary>Google Cloud.</summary>
    Gcp,

    /// <summary>An existing Kubernetes cluster, such as one on own hardware: nothing is bought, nodes are declared.</summary>
    Kubernetes,
}
