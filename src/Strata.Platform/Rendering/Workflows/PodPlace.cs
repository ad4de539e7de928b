using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Where the pods of a workflow's steps are, and what they run as.</summary>
internal sealed record PodPlace(ClusterHandle Cluster, string Namespace, string Account)
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    /// <param name="named">The cluster that the scheduler names; null for the stack's only one.</param>
    public static PodPlace? Of(PlacedWorkflow placed, Ref<Cluster>? named, RenderContext context)
    {
        var config = placed.Workflow.Config;
        var clusters = ClusterChoice.On(context.Stack, placed.Scheduler.Cloud).Where(cluster => named is null || cluster.Name == named.Name).ToList();
        if (clusters is not [var only] || context.HandleOf<ClusterHandle>(only) is not { } cluster)
        {
            context.Diagnostics.Add(PythonRenderErrors.NotThere(
                config.KeySpan, config.Name, placed.Scheduler.Config.Name, $"Its steps are pods, and the stack has {clusters.Count} clusters on {placed.Scheduler.Cloud.Title()} where they could be.", "Leave one cluster there."));
            return null;
        }

        List<string> identities = [.. context.Stack.Components.OfType<IdentityConfig>().Where(one => context.Stack.CloudOf(one) == placed.Scheduler.Cloud).Select(one => one.Name).Order(StringComparer.Ordinal)];
        if (config.Account is null && identities.Count > 1)
        {
            context.Diagnostics.Add(PythonRenderErrors.WhichIdentity(config.KeySpan, config.Name, identities));
            return null;
        }

        return new PodPlace(
            cluster,
            context.Expanded.Expansion.Foundations.Kubernetes.NamespaceOn(cluster).Name,
            config.Account ?? (identities is [var identity] ? identity : KubernetesIdentity.Default));
    }

    /// <summary>What steps need to reach the scheduler's store; null after a problem.</summary>
    public StepSurroundings? Around(string store, RenderContext context)
    {
        var minio = context.Stack.Components.OfType<ObjectStore>().Select(context.HandleOf<KubernetesObjectStoreHandle>).FirstOrDefault(handle => handle is not null && store.StartsWith($"s3://{handle.Name}", StringComparison.Ordinal));
        var environment = new List<KeyValuePair<string, string>>();
        if (Cluster is EksClusterHandle)
        {
            environment.Add(new("AWS_REGION", context.Stack.Providers.AwsRegion!));
        }

        foreach (var (variable, value) in minio?.Environment ?? [])
        {
            if (context.Known(value, "the store of artifacts", null) is not { } text)
            {
                return null;
            }

            environment.Add(new(variable, text));
        }

        return new StepSurroundings(
            store,
            environment,
            minio is null ? [] : [(MinioUser.AccessKey, MinioUser.SecretOf(Account), MinioUser.AccessKey), (MinioUser.SecretKey, MinioUser.SecretOf(Account), MinioUser.SecretKey)]);
    }
}
