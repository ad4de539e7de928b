namespace Strata.Platform.Stacks.Drafting;

/// <summary>The first fragment of a repository that has none: what all stacks on a cloud have in common.</summary>
public static class CatalogDraft
{
    public static string Name(Cloud cloud) => $"catalog/{cloud.Word()}";

    /// <param name="place">AWS: the region. Google Cloud: the region.</param>
    public static string Of(Cloud cloud, string organization, string? place) => string.Concat(
        $"# What all stacks on {cloud.Title()} have in common. Stacks extend it as '{Name(cloud)}'.\n",
        "config:\n",
        cloud switch
        {
            Cloud.Aws => $"  aws:region: {place}\n",
            Cloud.Gcp => $"  gcp:region: {place}\n",
            _ => "",
        },
        $"  strata:cloud: {cloud.Word()}\n",
        $"  strata:organization: {organization}   # makes names that are unique in the world your own\n",
        "  strata:costCenter: ml   # what the bill is booked on\n");

    /// <summary>The project file that makes a folder a repository of stacks.</summary>
    public static string Project => "name: strata\ndescription: One YAML file per team becomes that team's machine-learning platform.\nruntime: dotnet\nmain: infra\nstackConfigDir: stacks\n";
}
