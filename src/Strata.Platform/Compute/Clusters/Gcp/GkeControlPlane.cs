using Strata.Gcp.Container.Inputs;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>A GKE cluster without nodes of its own: private, over all zones of the region, kept up to date by its release channel.</summary>
internal static class GkeControlPlane
{
    /// <param name="account">The address of the account that nodes run as.</param>
    public static Gcp.Container.Cluster Add(Cluster config, ComponentContext context, GcpNetworkHandle network, Input<string> account)
    {
        var gcp = context.Expansion.Foundations.Gcp;

        // The file system API is what streams images.
        Resource[] after = [gcp.Api("compute"), gcp.Api("container"), gcp.Api("containerfilesystem"), .. network.Ready];

        // The first node pool is gone as soon as it is made, and with it whatever there is to compare of it.
        return context.Scope.Add(new Gcp.Container.Cluster(context.Name, new ResourceOptions { DependsOn = after, IgnoreChanges = ["nodeConfig", "initialNodeCount"] })
        {
            Name = context.Named(GcpNames.GkeCluster),
            Location = gcp.Region,
            DeletionProtection = context.IsProd,
            RemoveDefaultNodePool = true,
            InitialNodeCount = 1,
            NodeConfig = FirstNodes(context, account),
            ReleaseChannel = new ClusterReleaseChannelArgs { Channel = KubernetesVersions.GkeChannel },
            MinMasterVersion = config.Version,
            MaintenancePolicy = GkeMaintenance.For(context),
            Network = network.Network,
            Subnetwork = network.Subnetwork,
            NetworkingMode = "VPC_NATIVE",
            DatapathProvider = "ADVANCED_DATAPATH",
            IpAllocationPolicy = new ClusterIpAllocationPolicyArgs { ClusterSecondaryRangeName = network.PodRange, ServicesSecondaryRangeName = network.ServiceRange },
            PrivateClusterConfig = GkeEndpoint.Privacy(config),
            MasterAuthorizedNetworksConfig = GkeEndpoint.AuthorizedNetworks(config, network),
            ControlPlaneEndpointsConfig = GkeEndpoint.Endpoints(config),
            GatewayApiConfig = new ClusterGatewayApiConfigArgs { Channel = "CHANNEL_STANDARD" },
            WorkloadIdentityConfig = new ClusterWorkloadIdentityConfigArgs { WorkloadPool = WorkloadPoolOf(gcp.Project) },
            AuthenticatorGroupsConfig = config.GroupsDomain is not { } domain ? null : new ClusterAuthenticatorGroupsConfigArgs { SecurityGroup = $"gke-security-groups@{domain}" },
            RbacBindingConfig = new ClusterRbacBindingConfigArgs { EnableInsecureBindingSystemAuthenticated = false, EnableInsecureBindingSystemUnauthenticated = false },
            DatabaseEncryption = gcp.Keys.IdFor("cluster") is not { } key ? null : new ClusterDatabaseEncryptionArgs { State = "ENCRYPTED", KeyName = key },
            EnableShieldedNodes = true,
            NodePoolDefaults = new ClusterNodePoolDefaultsArgs
            {
                NodeConfigDefaults = new ClusterNodePoolDefaultsNodeConfigDefaultsArgs { InsecureKubeletReadonlyPortEnabled = "FALSE" },
            },
            SecurityPostureConfig = new ClusterSecurityPostureConfigArgs { Mode = "BASIC" },
            SecretManagerConfig = new ClusterSecretManagerConfigArgs { Enabled = true },
            AddonsConfig = GkeAddons.For(context),
            ClusterAutoscaling = new ClusterClusterAutoscalingArgs { Enabled = false, AutoscalingProfile = "OPTIMIZE_UTILIZATION" },
            VerticalPodAutoscaling = new ClusterVerticalPodAutoscalingArgs { Enabled = true },
            CostManagementConfig = new ClusterCostManagementConfigArgs { Enabled = true },
            MonitoringConfig = GkeTelemetry.Metrics(config, context),
            LoggingConfig = GkeTelemetry.Logs(context),
            ResourceLabels = GcpResourceLabels.Of(context),
        });
    }

    public static string WorkloadPoolOf(string project) => $"{project}.svc.id.goog";

    /// <summary>GKE cannot make a cluster without a first node pool, and makes it of Google's default account unless told otherwise.</summary>
    private static ClusterNodeConfigArgs FirstNodes(ComponentContext context, Input<string> account) => new()
    {
        ServiceAccount = account,
        OauthScopes = ["https://www.googleapis.com/auth/cloud-platform"],
        DiskSizeGb = 30,
        BootDiskKmsKey = context.Expansion.Foundations.Gcp.Keys.IdFor("disks"),
        ShieldedInstanceConfig = new ClusterNodeConfigShieldedInstanceConfigArgs { EnableSecureBoot = true, EnableIntegrityMonitoring = true },
    };
}
