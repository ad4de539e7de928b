using Strata.Platform.Components;

namespace Strata.Platform.Registries;

/// <summary>The kinds of registries, and what becomes of each on each cloud.</summary>
internal static class RegistryCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        ComponentKind.Of<RegistryConfig>("registries", "registry", "strata:registries:Registry", (r, cloud) => r.Engine ?? DefaultEngine(cloud))
            .On<RegistryConfig>(Cloud.Aws, AwsRegistry.Expand, RegistryEngine.Ecr)
            .Refuse(Cloud.Aws, "Artifact Registry is Google Cloud's.", "Use engine: ecr, or put this one component on 'cloud: gcp'.", RegistryEngine.ArtifactRegistry)
            .On<RegistryConfig>(Cloud.Gcp, GcpRegistry.Expand, RegistryEngine.ArtifactRegistry)
            .Refuse(Cloud.Gcp, "ECR is AWS's.", "Use engine: artifact-registry, or put this one component on 'cloud: aws'.", RegistryEngine.Ecr)
            .Refuse(Cloud.Gcp, "Harbor runs on a Kubernetes cluster.", "Use engine: artifact-registry, or put this one component on 'cloud: kubernetes'.", RegistryEngine.Harbor)
            .Refuse(Cloud.Gcp, "The plain registry runs on a Kubernetes cluster.", "Use engine: artifact-registry, or put this one component on 'cloud: kubernetes'.", RegistryEngine.Registry),
    ];

    private static RegistryEngine DefaultEngine(Cloud cloud) => cloud switch
    {
        Cloud.Aws => RegistryEngine.Ecr,
        Cloud.Gcp => RegistryEngine.ArtifactRegistry,
        _ => RegistryEngine.Registry,
    };
}
