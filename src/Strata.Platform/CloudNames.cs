namespace Strata.Platform;

/// <summary>What the clouds are called.</summary>
public static class CloudNames
{
    /// <summary>In stack files: <c>aws</c>, <c>gcp</c> or <c>kubernetes</c>.</summary>
    public static string Word(this Cloud cloud) => cloud switch { Cloud.Aws => "aws", Cloud.Gcp => "gcp", _ => "kubernetes" };

    /// <summary>By people: AWS, Google Cloud or Kubernetes.</summary>
    public static string Title(this Cloud cloud) => cloud switch { Cloud.Aws => "AWS", Cloud.Gcp => "Google Cloud", _ => "Kubernetes" };
}
