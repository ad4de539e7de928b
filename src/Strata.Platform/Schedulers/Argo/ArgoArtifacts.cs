using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Where Argo keeps what steps hand on, as the config map that it looks for (Argo Workflows documentation, "Artifact Repository Ref").</summary>
internal static class ArgoArtifacts
{
    private const string Key = "default";
    private const string KeyFormat = "argo/{{workflow.namespace}}/{{workflow.name}}/{{pod.name}}";

    public static ConfigMap Add(ComponentContext context, NamespaceHandle space, ObjectStoreHandle store, PodIdentity identity) =>
        context.Scope.Add(new ConfigMap($"{context.Name}-artifacts", new ResourceOptions { DependsOn = [space.Resource, .. identity.Ready] })
        {
            Metadata = KubernetesObject.Meta(
                context.Stack, context.Name, "artifact-repositories", space.Name, new() { ["workflows.argoproj.io/default-artifact-repository"] = Key }),

            // JSON is YAML too, and the one of the two that is put together from values known only later.
            Data = new() { [Key] = Output.Json(new ValueMap { ["archiveLogs"] = true, [WordOf(store)] = Repository(context, store) }) },
        });

    /// <summary>Argo's word for the kind of store.</summary>
    public static string WordOf(ObjectStoreHandle store) => store is GcpObjectStoreHandle ? "gcs" : "s3";

    private static ValueMap Repository(ComponentContext context, ObjectStoreHandle store) => store switch
    {
        AwsObjectStoreHandle => new()
        {
            ["bucket"] = store.Bucket,
            ["endpoint"] = $"s3.{context.Expansion.Foundations.Aws.Region}.amazonaws.com",
            ["region"] = context.Expansion.Foundations.Aws.Region,
            ["useSDKCreds"] = true,
            ["keyFormat"] = KeyFormat,
        },
        KubernetesObjectStoreHandle minio => new()
        {
            ["bucket"] = store.Bucket,
            ["endpoint"] = minio.Server.Endpoint["http://".Length..],
            ["insecure"] = true,
            ["accessKeySecret"] = Secret(context, MinioUser.AccessKey),
            ["secretKeySecret"] = Secret(context, MinioUser.SecretKey),
            ["keyFormat"] = KeyFormat,
        },
        _ => new() { ["bucket"] = store.Bucket, ["keyFormat"] = KeyFormat },
    };

    private static ValueMap Secret(ComponentContext context, string key) => new() { ["name"] = MinioUser.SecretOf(context.Name), ["key"] = key };
}
