using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Units;

namespace Strata.Platform.Storage;

/// <summary>A volume claim for many pods at once.</summary>
internal static class SharedClaim
{
    public static KubernetesClaimHandle Add(ComponentContext context, ClusterHandle cluster, string? storageClass, ByteSize size, ResourceOptions options)
    {
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        context.Scope.Use(cluster.Provider);
        var claim = context.Scope.Add(new PersistentVolumeClaim(context.Name, options with { DependsOn = [space.Resource] })
        {
            // A class that waits for the first pod leaves the claim unbound until then, and the engine would wait as well.
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, context.Name, space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = ["ReadWriteMany"],
                StorageClassName = storageClass,
                Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = size.ToString() } },
            },
        });
        return new KubernetesClaimHandle(context.Name, space, claim);
    }
}
