namespace Strata.Platform.Catalog;

/// <summary>The words stack files use for clouds.</summary>
public static class CloudNames
{
    /// <summary><c>aws</c>, <c>gcp</c> or <c>kubernetes</c>.</summary>
    public static string Word(this Cloud cloud) => cloud switch
    {
        Cloud.Aws => "aws",
        Cloud.Gcp => "gcp",
        _ => "kubernetes",
    };
}
