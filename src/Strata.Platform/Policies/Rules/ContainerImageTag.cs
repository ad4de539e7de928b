namespace Strata.Platform.Policies.Rules;

/// <summary>Whether the name of an image always means the same image.</summary>
internal static class ContainerImageTag
{
    private static readonly string[] Moving = ["latest", "main", "master", "stable", "edge", "nightly", "dev"];

    /// <summary>Null when the tag or digest is one version; else what is wrong with it, to follow "The image 'x' ".</summary>
    public static string? ProblemOf(string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal))
        {
            return null;
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? "has no tag, which means 'latest'"
            : Moving.Contains(name[(colon + 1)..]) ? $"has the tag '{name[(colon + 1)..]}', which moves"
            : null;
    }
}
