using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>
/// A Kubernetes secret from <c>strata:secrets</c>. Where manifests are only rendered its value would lie in a file for all to
/// read: there whoever runs the cluster makes the secret, and is told how.
/// </summary>
internal static class ConfiguredSecret
{
    /// <param name="called">The secret's name.</param>
    /// <param name="key">Its one key.</param>
    /// <param name="value">Made of secrets of the stack file.</param>
    /// <param name="type"><c>kubernetes.io/dockerconfigjson</c>; opaque when null.</param>
    /// <returns>What whoever uses the secret waits for.</returns>
    public static IReadOnlyList<Resource> Add(ComponentContext context, ClusterHandle cluster, NamespaceHandle space, string called, string key, Input<string> value, string? type = null)
    {
        if (cluster.RenderedFor is not null)
        {
            var form = type is null ? $"generic {called} --from-literal={key}=…" : $"docker-registry {called} --docker-server=… --docker-username=… --docker-password=…";
            context.Diagnostics.Add(KubernetesFoundationErrors.SecretByHand(cluster.Config.KeySpan, context.Name, $"kubectl create secret {form} --namespace {space.Name}"));
            return [];
        }

        return [context.Scope.Add(new Secret($"{context.Name}-{called}", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, called, space.Name),
            StringData = new() { [key] = Output.Secret(value) },
            Type = type,
        })];
    }
}
