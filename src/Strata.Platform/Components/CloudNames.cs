using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>What people call the clouds.</summary>
internal static class CloudNames
{
    public static string Of(Cloud cloud) => cloud switch { Cloud.Aws => "AWS", Cloud.Gcp => "Google Cloud", _ => "Kubernetes" };
}
