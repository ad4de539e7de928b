using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Scratch space as a volume claim of a fast class that the cluster has: Strata cannot make a parallel file system out of nothing.</summary>
internal static class KubernetesScratch
{
    public static KubernetesClaimHandle Expand(Scratch config, ComponentContext context)
    {
        if (config.StorageClass is null)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.Missing(
                config.KeySpan, "storageClass", config.Name, "A fast parallel file system is something a cluster has or has not.", "the class of one that offers ReadWriteMany, or use 'kind: files'"));
            throw new ExpansionStoppedException();
        }

        if (config.Source is not null)
        {
            throw Stop(nameof(config.Source), "source", "Filling it from a bucket by itself is what FSx and Managed Lustre do.", "Remove 'source' and copy the data in the first step of a workflow.");
        }

        Warn(nameof(config.Persistent), "the storage class decides how often data is kept");
        Warn(nameof(config.Throughput), "the storage class decides how fast it is");
        return SharedClaim.Add(context, context.ClusterFor(config, config.Cluster), config.StorageClass, config.Size, new ResourceOptions());

        void Warn(string property, string reason)
        {
            if (config.IsSet(property))
            {
                context.Diagnostics.Add(KubernetesStorageErrors.MeansNothing(config.SpanOf(property), PropertyNames.InFiles(property), config.Name, reason));
            }
        }

        ExpansionStoppedException Stop(string property, string what, string reason, string hint)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.CannotBeHad(config.SpanOf(property), what, config.Name, reason, hint));
            return new ExpansionStoppedException();
        }
    }
}
