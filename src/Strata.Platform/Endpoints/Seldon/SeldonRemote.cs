using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Endpoints;

/// <summary>
/// How Seldon's servers reach storage: rclone, told of one remote for each scheme. It takes the key from its surroundings, the pod's
/// identity or the environment, so there is nothing secret in what it is told.
/// </summary>
internal static class SeldonRemote
{
    /// <summary>The name of the secret that a model names.</summary>
    public static string SecretOf(string endpoint) => $"{endpoint}-remote";

    /// <param name="scheme">As model URIs begin: <c>s3</c>, <c>gs</c>.</param>
    /// <param name="store">The stack's own store; null for a bucket that is elsewhere.</param>
    public static Resource Add(ComponentContext context, NamespaceHandle space, string scheme, ObjectStoreHandle? store) =>
        context.Scope.Add(new Secret($"{context.Name}-remote", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, SecretOf(context.Name), space.Name),
            StringData = new() { [scheme] = Output.Secret<string>(Output.Json(new ValueMap { ["type"] = scheme == "gs" ? "google cloud storage" : "s3", ["name"] = scheme, ["parameters"] = Parameters(context, scheme, store) })) },
        });

    private static ValueMap Parameters(ComponentContext context, string scheme, ObjectStoreHandle? store) => (scheme, store) switch
    {
        ("gs", _) => new() { ["env_auth"] = "true", ["bucket_policy_only"] = "true" },
        (_, KubernetesObjectStoreHandle minio) => new() { ["provider"] = "Minio", ["env_auth"] = "true", ["endpoint"] = minio.Server.Endpoint, ["region"] = "us-east-1" },
        _ => new() { ["provider"] = "AWS", ["env_auth"] = "true", ["region"] = context.Cloud == Cloud.Aws ? (Value)context.Expansion.Foundations.Aws.Region : null },
    };
}
