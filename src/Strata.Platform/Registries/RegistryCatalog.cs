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
            .On<RegistryConfig>(Cloud.Aws, Harbor.Expand, RegistryEngine.Harbor)
            .On<RegistryConfig>(Cloud.Aws, PlainRegistry.Expand, RegistryEngine.Registry)
            .On<RegistryConfig>(Cloud.Gcp, Harbor.Expand, RegistryEngine.Harbor)
            .On<RegistryConfig>(Cloud.Gcp, PlainRegistry.Expand, RegistryEngine.Registry)
            .On<RegistryConfig>(Cloud.Kubernetes, Harbor.Expand, RegistryEngine.Harbor)
            .On<RegistryConfig>(Cloud.Kubernetes, PlainRegistry.Expand, RegistryEngine.Registry)
            .Refuse(Cloud.Kubernetes, "ECR is a service of AWS.", "Use engine: harbor or registry, or put this one component on 'cloud: aws'.", RegistryEngine.Ecr)
            .Refuse(Cloud.Kubernetes, "Artifact Registry is a service of Google Cloud.", "Use engine: harbor or registry, or put this one component on 'cloud: gcp'.", RegistryEngine.ArtifactRegistry),
    ];

    private static RegistryEngine DefaultEngine(Cloud cloud) => cloud switch
    {
        Cloud.Aws => RegistryEngine.Ecr,
        Cloud.Gcp => RegistryEngine.ArtifactRegistry,
        _ => RegistryEngine.Registry,
    };
}
