using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Foundation;

/// <summary>What pods of an identity need to reach storage in their cluster.</summary>
/// <param name="Environment">Addresses, and references to secrets made in the cluster.</param>
/// <param name="Claims">Volume claims, and whether they may be written to.</param>
/// <param name="Ready">What has to be there first.</param>
internal sealed record KubernetesAccess(IReadOnlyList<EnvVarArgs> Environment, IReadOnlyList<KeyValuePair<string, AccessLevel>> Claims, IReadOnlyList<Resource> Ready)
{
    /// <summary>Gives a user access to storage on one cluster.</summary>
    /// <param name="user">The identity or queue, unique in the stack's namespace.</param>
    /// <param name="access">Storage on other clusters is left to those; storage on other clouds is an error.</param>
    public static KubernetesAccess Grant(ComponentContext context, ClusterHandle cluster, string user, ConfigRecord config, IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> access)
    {
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        List<EnvVarArgs> environment = [];
        List<KeyValuePair<string, AccessLevel>> claims = [];
        List<Resource> ready = [];
        List<(KubernetesObjectStoreHandle Store, AccessLevel Level)> stores = [];
        foreach (var (reference, level) in access.OrderBy(a => a.Key.Name, StringComparer.Ordinal))
        {
            switch (HandleOf(context, reference, config))
            {
                case KubernetesObjectStoreHandle store when store.Server == context.Expansion.Foundations.Kubernetes.MinioOn(cluster):
                    stores.Add((store, level));
                    break;
                case KubernetesClaimHandle claim when claim.Space == space:
                    claims.Add(new(claim.Name, level));
                    ready.Add(claim.Claim);
                    break;
                case INamespaceStorage storage when storage.Space == space:
                    environment.AddRange(storage.EnvironmentFor(user, level));
                    ready.AddRange(storage.Ready);
                    break;
            }
        }

        if (stores.Count > 0)
        {
            context.Scope.Use(cluster.Provider);
            var server = stores[0].Store.Server;
            ready.Add(MinioUser.Add(
                context.Scope, context.Stack, server, space, user, [.. stores.SelectMany(s => s.Store.Statements(s.Level))], [.. stores.Select(s => s.Store.Ready)]));
            environment.AddRange(stores[0].Store.Environment.Select(e => KubernetesJob.Variable(e.Key, e.Value)));
            environment.AddRange([
                KubernetesJob.FromSecret(MinioUser.AccessKey, MinioUser.SecretOf(user), MinioUser.AccessKey),
                KubernetesJob.FromSecret(MinioUser.SecretKey, MinioUser.SecretOf(user), MinioUser.SecretKey)]);
        }

        return new KubernetesAccess(environment, claims, ready);
    }

    private static StorageHandle? HandleOf(ComponentContext context, Ref<StorageConfig> reference, ConfigRecord config)
    {
        var storage = context.Stack.Components.OfType<StorageConfig>().FirstOrDefault(s => s.Name == reference.Name);
        if (storage is not null && context.Stack.CloudOf(storage) is not Cloud.Kubernetes and var there)
        {
            context.Diagnostics.Add(KubernetesFoundationErrors.AccessAcrossClouds(config.SpanOf("Access"), context.Name, reference.Name, there.Title()));
            return null;
        }

        return context.Use<StorageHandle>(reference);
    }
}
