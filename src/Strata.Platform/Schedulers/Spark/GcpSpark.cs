using Strata.Gcp.Dataproc;
using Strata.Gcp.Dataproc.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Cluster = Strata.Gcp.Dataproc.Cluster;

namespace Strata.Platform.Schedulers;

/// <summary>Spark as a Dataproc cluster without public addresses: it grows with the work, and its machines stop when nothing runs.</summary>
/// <remarks>A stopped cluster is started with <c>gcloud dataproc clusters start</c>; its disks are paid for all along.</remarks>
internal static class GcpSpark
{
    /// <summary>Spark 3.5. Scheduled stops need 2.2.42 or later (docs.cloud.google.com/managed-spark/docs/concepts/configuring-clusters/scheduled-stop, read 2026-11-26).</summary>
    private const string Image = "2.2-debian12";

    private const int LeastWorkers = 2;
    private const int LeastIdleSeconds = 5 * 60;

    public static SparkHandle Expand(SparkConfig config, ComponentContext context)
    {
        ManagedOptions.Refuse(
            context, config, "Dataproc brings its own machines, images and history", "Remove it, or set 'managed: false' to run Spark on the stack's cluster",
            nameof(config.Cluster), nameof(config.Pools), nameof(config.Image), nameof(config.Host));
        var gcp = context.Expansion.Foundations.Gcp;
        var machine = MachineSelection.Choose(context, config.Machine, spot: false, gcp.Region, config.SpanOf(nameof(config.Machine))).Machine;
        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Storage, nameof(config.Storage));
        var work = (GcpObjectStoreHandle)OwnBucket.Add(context, config, "logs", context.IsProd ? 90 : 14);
        var account = GcpServiceAccount.Add(
            context.Scope, context.Expansion, $"{context.Name}-account", [context.Name], $"Spark of {context.Name} ({context.Stack.Name})", ["roles/dataproc.worker", "roles/artifactregistry.reader"]);
        foreach (var grant in StorageGrants.Of(context, config, config.Access, new StorageGrant(store, AccessLevel.Write, "results")))
        {
            grant.Storage.Grant(context.Scope, $"{context.Name}-{grant.Name}", account.Principal(), grant.Level);
        }

        work.Grant(context.Scope, $"{context.Name}-logs", account.Principal(), Stacks.AccessLevel.Write);
        var cluster = Add(config, context, machine.Name, work, account, Policy(config, context));
        return new SparkHandle(new() { ["cluster"] = cluster.Name, ["region"] = gcp.Region, ["account"] = account.Email, ["logs"] = work.Url }, store.Url);
    }

    private static Cluster Add(SparkConfig config, ComponentContext context, string machine, GcpObjectStoreHandle work, Gcp.ServiceAccount.Account account, AutoscalingPolicy policy)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var key = gcp.Keys.IdFor("disks");

        // How many workers there are is the autoscaler's business from the first day on.
        var options = new ResourceOptions
        {
            DependsOn = [gcp.Api("dataproc"), .. gcp.Network.Ready, .. RightsOf(context, account)],
            IgnoreChanges = ["clusterConfig.workerConfig.numInstances"],
        };
        return context.Scope.Add(new Cluster(context.Name, options)
        {
            Name = context.Named(GcpNames.Dataproc),
            Region = gcp.Region,
            GracefulDecommissionTimeout = "3600s",
            ClusterConfig = new ClusterClusterConfigArgs
            {
                StagingBucket = work.Bucket,
                TempBucket = work.Bucket,
                AutoscalingConfig = new ClusterClusterConfigAutoscalingConfigArgs { PolicyUri = policy.Name },
                EncryptionConfig = key is null ? null : new ClusterClusterConfigEncryptionConfigArgs { KmsKeyName = key },
                EndpointConfig = new ClusterClusterConfigEndpointConfigArgs { EnableHttpPortAccess = true },
                LifecycleConfig = new ClusterClusterConfigLifecycleConfigArgs { IdleStopTtl = FormattableString.Invariant($"{Math.Max(LeastIdleSeconds, config.IdleTimeout.Seconds)}s") },
                SoftwareConfig = new ClusterClusterConfigSoftwareConfigArgs { ImageVersion = Image },
                GceClusterConfig = new ClusterClusterConfigGceClusterConfigArgs
                {
                    Subnetwork = gcp.Network.Subnetwork,
                    InternalIpOnly = true,
                    ServiceAccount = account.Email,
                    ServiceAccountScopes = ["cloud-platform"],
                    ShieldedInstanceConfig = new ClusterClusterConfigGceClusterConfigShieldedInstanceConfigArgs { EnableSecureBoot = true, EnableVtpm = true, EnableIntegrityMonitoring = true },
                },
                MasterConfig = new ClusterClusterConfigMasterConfigArgs
                {
                    NumInstances = context.IsProd ? 3 : 1,
                    MachineType = machine,
                    DiskConfig = new ClusterClusterConfigMasterConfigDiskConfigArgs { BootDiskSizeGb = 100, BootDiskType = "pd-balanced" },
                },
                WorkerConfig = new ClusterClusterConfigWorkerConfigArgs
                {
                    NumInstances = LeastWorkers,
                    MachineType = machine,
                    DiskConfig = new ClusterClusterConfigWorkerConfigDiskConfigArgs { BootDiskSizeGb = 200, BootDiskType = "pd-balanced" },
                },
            },
        });
    }

    private static AutoscalingPolicy Policy(SparkConfig config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        return context.Scope.Add(new AutoscalingPolicy($"{context.Name}-scaling", new ResourceOptions { DependsOn = [gcp.Api("dataproc")] })
        {
            PolicyId = context.Named(GcpNames.DataprocPolicy),
            Location = gcp.Region,
            BasicAlgorithm = new AutoscalingPolicyBasicAlgorithmArgs
            {
                CooldownPeriod = "120s",
                YarnConfig = new AutoscalingPolicyBasicAlgorithmYarnConfigArgs { GracefulDecommissionTimeout = "3600s", ScaleUpFactor = 0.5, ScaleDownFactor = 1 },
            },
            WorkerConfig = new AutoscalingPolicyWorkerConfigArgs { MinInstances = LeastWorkers, MaxInstances = config.Max },
        });
    }

    /// <summary>Without its roles no machine of the cluster can report that it is there.</summary>
    private static IEnumerable<Resource> RightsOf(ComponentContext context, Gcp.ServiceAccount.Account account) =>
        context.Scope.Resources.Where(resource => resource is Gcp.Projects.IAMMember or Gcp.Storage.BucketIAMMember && Dependencies.Of(resource).Contains(account));
}
