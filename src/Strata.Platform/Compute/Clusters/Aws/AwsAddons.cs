using Strata.Aws.Eks;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Foundation;

namespace Strata.Platform.Compute;

/// <summary>
/// EKS' add-ons of a cluster, in two steps: nodes become ready only with what runs on each of them, and deployments only with
/// nodes. The file system drivers are always there, as on GKE: a team that shares the cluster cannot add them.
/// </summary>
internal sealed class AwsAddons(ComponentContext context, Aws.Eks.Cluster cluster, string version)
{
    private const string Managed = "arn:aws:iam::aws:policy/";

    /// <summary>What nodes need to become ready: network and identities.</summary>
    public IReadOnlyList<Resource> BeforeNodes() =>
    [
        Add(EksAddons.PodIdentityAgent, []),
        Add(EksAddons.KubeProxy, []),

        // Its role is not the nodes': what runs on a node could change the network with it.
        Add(EksAddons.VpcCni, [Identity(EksAddons.VpcCni, "AmazonEKS_CNI_Policy")], new ValueMap { ["enableNetworkPolicy"] = "true" }),
    ];

    /// <summary>What needs nodes to run on.</summary>
    public IReadOnlyList<Resource> AfterNodes(IReadOnlyList<Resource> nodes) =>
    [
        Add(EksAddons.CoreDns, nodes),
        Add(EksAddons.MetricsServer, nodes),
        Add(EksAddons.NodeMonitoringAgent, nodes),
        Add(EksAddons.EbsCsiDriver, [.. nodes, Identity(EksAddons.EbsCsiDriver, "service-role/AmazonEBSCSIDriverPolicy")]),
        Add(EksAddons.EfsCsiDriver, [.. nodes, Identity(EksAddons.EfsCsiDriver, "service-role/AmazonEFSCSIDriverPolicy")]),

        // Lustre file systems are made by stacks and only mounted by pods, so the driver never makes one.
        Add(EksAddons.FsxCsiDriver, [.. nodes, Identity(EksAddons.FsxCsiDriver, [], [new PolicyStatement(["fsx:DescribeFileSystems"], ["*"])])]),
    ];

    private PodIdentityAssociation Identity(string addon, string policy) => Identity(addon, [$"{Managed}{policy}"], []);

    private PodIdentityAssociation Identity(string addon, IReadOnlyList<string> policies, IReadOnlyList<PolicyStatement> statements) =>
        AwsPodIdentity.ForSystem(context, cluster.Name, addon, EksAddons.ServiceAccount(addon)!.Value.Name, policies, statements);

    private Addon Add(string addon, IReadOnlyList<Resource> after, ValueMap? configuration = null) =>
        context.Scope.Add(new Addon($"{context.Name}-{addon}", new ResourceOptions { DependsOn = after })
        {
            ClusterName = cluster.Name,
            AddonName = addon,
            AddonVersion = VersionOf(addon),
            ConfigurationValues = configuration is null ? null : Output.Json(configuration),
            ResolveConflictsOnCreate = "OVERWRITE",
            ResolveConflictsOnUpdate = "OVERWRITE",
        });

    /// <summary>EKS' default for the cluster's version, asked for each time, so that add-ons follow when the cluster is upgraded.</summary>
    private Output<string> VersionOf(string addon) =>
        context.Expansion.Foundations.Aws.Ask("aws:eks/getAddonVersion:getAddonVersion", new Property("addonName", addon), new Property("kubernetesVersion", version)).Get<string>("version");
}
