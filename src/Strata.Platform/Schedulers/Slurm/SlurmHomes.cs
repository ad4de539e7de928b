using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>Home directories that all nodes of a Slurm cluster see, as a volume claim beside them.</summary>
internal static class SlurmHomes
{
    public const string Claim = "homes";

    /// <summary>Adds the claim and, on clouds, the volume that leads to the stack's file store. Null without homes.</summary>
    public static Resource? Add(SlurmConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        if (config.Homes is not { } homes)
        {
            return null;
        }

        var store = context.StorageFor<FileStore, StorageHandle>(config, homes, nameof(config.Homes));
        var asked = context.Stack.Components.OfType<FileStore>().First(files => files.Name == homes.Name);
        var volume = store switch
        {
            AwsFileStoreHandle efs => Volume(context, cluster, new PersistentVolumeSpecArgs
            {
                Csi = new CSIPersistentVolumeSourceArgs
                {
                    Driver = "efs.csi.aws.com",
                    VolumeHandle = efs.AccessPoint is { } point ? Output.Format($"{efs.FileSystem}::{point.Id}") : efs.FileSystem,
                },
                AccessModes = ["ReadWriteMany"],
                Capacity = new() { ["storage"] = asked.Size.ToString() },
                PersistentVolumeReclaimPolicy = "Retain",
                StorageClassName = "",
            }, efs.Ready),
            GcpFileStoreHandle share => Volume(context, cluster, new PersistentVolumeSpecArgs
            {
                Nfs = new NFSVolumeSourceArgs { Server = share.Address, Path = $"/{share.Share}" },
                AccessModes = ["ReadWriteMany"],
                Capacity = new() { ["storage"] = asked.Size.ToString() },
                PersistentVolumeReclaimPolicy = "Retain",
                StorageClassName = "",
            }, []),
            _ => null,
        };
        return context.Scope.Add(new PersistentVolumeClaim($"{context.Name}-homes", context.HoldsData with { DependsOn = volume is null ? [space.Resource] : [space.Resource, volume] })
        {
            // A class that waits for the first pod leaves the claim unbound until then, and the engine would wait as well.
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, Claim, space.Name, new() { ["pulumi.com/skipAwait"] = "true" }),
            Spec = new PersistentVolumeClaimSpecArgs
            {
                AccessModes = ["ReadWriteMany"],
                StorageClassName = volume is null ? asked.StorageClass : "",
                VolumeName = volume is null ? null : (Input<string>)NameOf(context),
                Resources = new VolumeResourceRequirementsArgs { Requests = new() { ["storage"] = asked.Size.ToString() } },
            },
        });
    }

    private static PersistentVolume Volume(ComponentContext context, ClusterHandle cluster, PersistentVolumeSpecArgs spec, IReadOnlyList<Resource> after) =>
        context.Scope.Add(new PersistentVolume($"{context.Name}-homes-volume", new ResourceOptions { DependsOn = [.. cluster.Ready, .. after] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, NameOf(context)),
            Spec = spec,
        });

    private static string NameOf(ComponentContext context) => context.Named(KubernetesNames.Label, Claim);
}
