using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Inputs;
using Strata.Platform.Units;

namespace Strata.Platform.Costs.Pricers;

/// <summary>
/// The cloud's disks behind volume claims. A claim for many pods is on a file system that is paid by its own, and what runs on owned machines
/// is paid with them.
/// </summary>
internal static class KubernetesDisks
{
    private const string Claim = "kubernetes:core/v1:PersistentVolumeClaim";
    private const string StatefulSet = "kubernetes:apps/v1:StatefulSet";
    private const string Class = "kubernetes:storage.k8s.io/v1:StorageClass";

    public static Pricer Pricer { get; } = new([Claim, StatefulSet, "kubernetes:postgresql.cnpg.io/v1:Cluster"], (resource, context) => resource.TypeToken switch
    {
        _ when CloudOf(resource, context) == Cloud.Kubernetes => [],
        Claim => Claimed(resource, resource.At("spec"), 1, context),
        StatefulSet => resource.At("spec.volumeClaimTemplates").AsItems().SelectMany(claim => Claimed(resource, claim.At("spec"), resource.At("spec.replicas").AsNumber() ?? 1, context)),
        _ => [Disk(resource, resource.At("spec.storage.storageClass").AsText(), resource.At("spec.storage.size").AsText(), resource.At("spec.instances").AsNumber() ?? 1, context)],
    });

    /// <summary>A claim that names its volume is on what that volume is of.</summary>
    private static IEnumerable<CostPart> Claimed(Resource owner, Value? claim, double times, CostContext context) =>
        claim.At("accessModes").AsItems().Any(mode => mode.AsText() == "ReadWriteMany") || claim.At("volumeName").AsText() is not null
            ? []
            : [Disk(owner, claim.At("storageClassName").AsText(), claim.At("resources.requests.storage").AsText(), times, context)];

    private static CostPart Disk(Resource owner, string? storageClass, string? size, double times, CostContext context)
    {
        var cloud = CloudOf(owner, context);

        // GKE has a class of balanced disks that claims without a class get; EKS has none.
        var type = context.All(Class).FirstOrDefault(made => storageClass is null ? IsDefault(made) : made.At("metadata.name").AsText() == storageClass).At("parameters.type").AsText()
            ?? (cloud == Cloud.Gcp && storageClass is null ? "pd-balanced" : null);
        return type is null || size is null || !ByteSize.TryParse(size, out var each, out _)
            ? CostContext.Unknown(owner, "volumes", "which disks they are and how large, as no storage class of the stack says")
            : context.Part(new CloudDisk(owner, cloud), "volumes", $"{(cloud == Cloud.Aws ? "ebs" : "disk")}/{type}", Amount.Of((decimal)(each.Gibibytes * times)), "GB");
    }

    private static bool IsDefault(Resource storageClass) =>
        storageClass.At("metadata.annotations") is ObjectValue annotations && annotations["storageclass.kubernetes.io/is-default-class"].AsText() == "true";

    /// <summary>Where the component is that asks for the resource.</summary>
    private static Cloud? CloudOf(Resource resource, CostContext context)
    {
        var owner = ComponentPath.Owner(resource);
        var config = context.Stack.Components.FirstOrDefault(component => component.Name == owner?.LogicalName && ComponentCatalog.KindOf(component).TypeToken == owner.TypeToken);
        return config is null ? context.Stack.Config.Cloud : context.Stack.CloudOf(config);
    }

    /// <summary>The disk as a resource of the cloud, whose prices it has.</summary>
    private sealed class CloudDisk(Resource claim, Cloud? cloud) : Resource(cloud == Cloud.Gcp ? "gcp:compute/disk:Disk" : "aws:ebs/volume:Volume", claim.LogicalName, claim.ResourceOptions);
}
