using Strata.Graph;
using Strata.Kubernetes.Storage.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>Disks by a CSI driver that the cluster has: a storage class and, where asked, daily snapshots by Longhorn itself or by a job.</summary>
internal static class KubernetesBlockStorage
{
    private const string Longhorn = "driver.longhorn.io";

    public static KubernetesBlockStorageHandle Expand(BlockStorage config, ComponentContext context)
    {
        if (config.Provisioner is not { } provisioner)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.Missing(
                config.KeySpan, "provisioner", config.Name, "Disks are made by a CSI driver, and which one the cluster has only its administrator knows.",
                "the driver's name, such as driver.longhorn.io; 'kubectl get csidrivers' lists them"));
            throw new ExpansionStoppedException();
        }

        if (config.IsSet(nameof(config.Speed)))
        {
            context.Diagnostics.Add(KubernetesStorageErrors.MeansNothing(config.SpanOf(nameof(config.Speed)), "speed", config.Name, "the driver's 'parameters' decide how fast its disks are"));
        }

        var cluster = context.ClusterFor(config, config.Cluster);
        var (stack, scope) = (context.Stack, context.Scope);
        var name = context.Named(KubernetesNames.Label);
        scope.Use(cluster.Provider);
        var recurring = config.Snapshots && provisioner == Longhorn ? AddLonghornJob(config, context, cluster, name) : null;
        var disks = scope.Add(new StorageClass(context.Name, new ResourceOptions { DependsOn = recurring is null ? cluster.Ready : [recurring, .. cluster.Ready] })
        {
            // Only the cluster's owner decides what claims get that name no class.
            Metadata = KubernetesObject.Meta(stack, context.Name, name, null, new()
            {
                ["storageclass.kubernetes.io/is-default-class"] = config.Default && !cluster.IsShared ? "true" : "false",
            }),
            Provisioner = provisioner,
            Parameters = Parameters(config, recurring is null ? null : name),
            ReclaimPolicy = context.IsProd ? "Retain" : "Delete",
            AllowVolumeExpansion = true,
            VolumeBindingMode = "WaitForFirstConsumer",
        });
        if (config.Snapshots && recurring is null)
        {
            var snapshots = OperatorObject.Add(scope, stack, cluster, $"{context.Name}-snapshot-class", "snapshot.storage.k8s.io/v1:VolumeSnapshotClass", name, null, context.Name, new()
            {
                ["driver"] = provisioner,
                ["deletionPolicy"] = "Delete",
            }, new ResourceOptions { DependsOn = cluster.Ready }, atTop: true);
            VolumeSnapshots.Add(context, cluster, "CLASS", name, config.KeepSnapshots, [disks, snapshots]);
        }

        return new KubernetesBlockStorageHandle(name, disks);
    }

    /// <summary>Longhorn takes snapshots itself, of every volume of the class.</summary>
    private static Kubernetes.ApiExtensions.CustomResource AddLonghornJob(BlockStorage config, ComponentContext context, ClusterHandle cluster, string name) =>
        OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-snapshots", "longhorn.io/v1beta2:RecurringJob", name, "longhorn-system", context.Name, new()
        {
            ["name"] = name,
            ["task"] = "snapshot",
            ["cron"] = "0 2 * * *",
            ["retain"] = config.KeepSnapshots,
            ["concurrency"] = 2,
        }, new ResourceOptions { DependsOn = cluster.Ready });

    private static InputMap<string>? Parameters(BlockStorage config, string? recurring)
    {
        var parameters = Tags.ToInput(config.Parameters);
        if (recurring is not null)
        {
            parameters["recurringJobSelector"] = Output.Json(Value.List(new ValueMap { ["name"] = recurring, ["isGroup"] = false }));
        }

        return parameters.Any() ? parameters : null;
    }
}
