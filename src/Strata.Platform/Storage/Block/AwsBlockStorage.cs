using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Storage.V1;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>Disks for pods as a storage class of EBS volumes, encrypted and tagged as everything else of the stack.</summary>
internal static class AwsBlockStorage
{
    /// <summary>The tag by which disks of a class are found; its value is the class's name.</summary>
    public const string Tag = "strata-storage-class";

    public static AwsBlockStorageHandle Expand(BlockStorage config, ComponentContext context) =>
        Expand(config, context, context.ClusterFor(config, config.Cluster));

    /// <param name="cluster">The cluster whose pods get the disks.</param>
    public static AwsBlockStorageHandle Expand(BlockStorage config, ComponentContext context, ClusterHandle cluster)
    {
        if (config.Provisioner is not null)
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.Provisioner)), "provisioner", context.Name, "the disks are EBS volumes, which ebs.csi.aws.com makes"));
        }

        var name = context.Expansion.Named(KubernetesNames.Object, context.Name);
        context.Scope.Use(cluster.Provider);
        context.Scope.Add(new StorageClass(context.Name, new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name, annotations: new InputMap<string>
            {
                // A shared cluster's default is not this stack's to choose.
                ["storageclass.kubernetes.io/is-default-class"] = config.Default && !cluster.IsShared ? "true" : "false",
            }),
            Provisioner = "ebs.csi.aws.com",
            Parameters = Parameters(config, context, name),
            ReclaimPolicy = context.IsProd ? "Retain" : "Delete",

            // A volume stays in its zone: it is made where the pod is going to run.
            VolumeBindingMode = "WaitForFirstConsumer",
            AllowVolumeExpansion = true,
        });
        if (config.Snapshots)
        {
            AwsDiskBackups.Add(config, context, name);
        }

        return new AwsBlockStorageHandle(name);
    }

    private static InputMap<string> Parameters(BlockStorage config, ComponentContext context, string name)
    {
        var parameters = new InputMap<string>
        {
            ["type"] = config.Speed == DiskSpeed.Fast ? "io2" : "gp3",
            ["encrypted"] = "true",
        };
        if (config.Speed == DiskSpeed.Fast)
        {
            // Small volumes would fall below the least that io2 takes, so the driver may raise it.
            parameters["iopsPerGB"] = "50";
            parameters["allowAutoIOPSPerGBIncrease"] = "true";
        }

        if (context.Expansion.Foundations.Aws.Keys.ArnFor("disks") is { } key)
        {
            parameters["kmsKeyId"] = key;
        }

        // The driver and not Pulumi makes the volumes, so the provider's default tags do not reach them.
        var tags = Naming.Labels.ForAws(Tags.Of(context.Stack)).SetItem(Tag, name);
        foreach (var (i, tag) in tags.Index())
        {
            parameters[string.Create(CultureInfo.InvariantCulture, $"tagSpecification_{i + 1}")] = $"{tag.Key}={tag.Value}";
        }

        return parameters;
    }
}
