namespace Strata.Platform.Stacks;

/// <summary>Where a component runs.</summary>
public enum Cloud
{
    /// <summary>Amazon Web Services.</summary>
    Aws,

    /// <summary>Google Cloud.</summary>
    Gcp,

    /// <summary>An existing Kubernetes cluster, anywhere.</summary>
    Kubernetes,
}
