using Strata.Gcp.Container;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpClusterTests
{
    [Theory]
    [InlineData("context: hel1", "STR350")]
    [InlineData("renderTo: manifests", "STR350")]
    [InlineData("autoscaler: karpenter", "STR350")]
    [InlineData("version: \"1.20\"", "STR351")]
    [InlineData("system: { min: 5, max: 2 }", "STR354")]
    public void What_a_GKE_cluster_cannot_be_is_refused(string setting, string code) =>
        Assert.Equal(code, GcpStack.Problem($"strata:compute:\n  cluster: {{ {setting} }}\n").Code);

    [Fact]
    public void Without_ranges_the_API_is_private()
    {
        var cluster = ClusterOf("{}");
        Assert.True(((BoolValue)ResourceValues.At(cluster, "privateClusterConfig.enablePrivateEndpoint")!).IsTrue);
        Assert.Equal("\"network\"", ResourceValues.At(cluster, "masterAuthorizedNetworksConfig.cidrBlocks.0.displayName") is TextValue text ? $"\"{text.Text}\"" : null);
    }

    [Fact]
    public void Ranges_open_the_API_to_them_alone()
    {
        var cluster = ClusterOf("{ apiAccess: [203.0.113.0/24] }");
        Assert.False(((BoolValue)ResourceValues.At(cluster, "privateClusterConfig.enablePrivateEndpoint")!).IsTrue);
        Assert.Equal("203.0.113.0/24", ((TextValue)ResourceValues.At(cluster, "masterAuthorizedNetworksConfig.cidrBlocks.1.cidrBlock")!).Text);
        Assert.False(((BoolValue)ResourceValues.At(cluster, "controlPlaneEndpointsConfig.dnsEndpointConfig.allowExternalTraffic")!).IsTrue);
    }

    [Fact]
    public void A_cluster_in_prod_cannot_be_deleted_by_accident()
    {
        Assert.True(((BoolValue)ResourceValues.At(ClusterOf("{}", "prod"), "deletionProtection")!).IsTrue);
        Assert.False(((BoolValue)ResourceValues.At(ClusterOf("{}"), "deletionProtection")!).IsTrue);
    }

    [Fact]
    public void Nodes_run_as_an_account_of_their_own_and_wait_for_its_roles()
    {
        var resources = GcpStack.Fine("strata:compute:\n  cluster: {}\n");
        var nodes = resources.OfType<NodePool>().Single();
        Assert.Equal(2, nodes.ResourceOptions.DependsOn.Count(r => r.LogicalName.StartsWith("cluster-nodes-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Drivers_of_file_systems_come_with_the_file_systems()
    {
        Assert.Null(ResourceValues.At(ClusterOf("{}"), "addonsConfig.lustreCsiDriverConfig"));
        var resources = GcpStack.Fine("strata:storage:\n  data: { kind: objects }\n  fast: { kind: scratch, size: 18000Gi, source: data }\nstrata:compute:\n  cluster: {}\n");
        Assert.NotNull(ResourceValues.At(resources.OfType<Cluster>().Single(), "addonsConfig.lustreCsiDriverConfig"));
    }

    [Fact]
    public void A_shared_cluster_is_read_from_its_owner_and_pools_are_added_to_it()
    {
        var resources = GcpStack.Fine(
            "strata:network: { from: platform }\nstrata:compute:\n  cluster: { from: platform }\n  pool: { kind: pool, machine: { cpu: 4 }, max: 3 }\n",
            platform: "strata:network: { cidr: 10.20.0.0/16 }\nstrata:compute:\n  cluster: {}\n");
        Assert.Empty(resources.OfType<Cluster>());
        Assert.Equal("compute.cluster.id", Assert.IsType<StackOutputValue>(ResourceValues.At(resources.OfType<NodePool>().Single(), "cluster")).Output);
        Assert.Equal("compute.cluster.nodeServiceAccount", Assert.IsType<StackOutputValue>(ResourceValues.At(resources.OfType<NodePool>().Single(), "nodeConfig.serviceAccount")).Output);
    }

    [Theory]
    [InlineData("strata:compute:\n  other: { kind: cluster }\n", "STR308")]
    [InlineData("gcp:region: us-central1\nstrata:compute:\n  cluster: {}\n", "STR310")]
    [InlineData("aws:region: eu-west-1\nstrata:compute:\n  cluster: { cloud: aws }\n", "STR309")]
    public void What_the_owner_does_not_offer_is_refused(string owner, string code) => Assert.Contains(
        GcpStack.Of("strata:compute:\n  cluster: { from: platform }\n", platform: owner).Diagnostics, d => d.Code == code);

    [Fact]
    public void Settings_that_the_owner_decides_are_warned_of() => Assert.Equal("STR352", GcpStack.Problem(
        "strata:compute:\n  cluster: { from: platform, version: \"1.35\" }\n", platform: "strata:compute:\n  cluster: {}\n").Code);

    [Fact]
    public void Without_Google_groups_IAM_says_who_works_in_the_cluster()
    {
        const string Access = "strata:access: { members: [ml@acme.example] }\n";
        Assert.Contains(GcpStack.Fine(Access + "strata:compute:\n  cluster: {}\n"), r => r.LogicalName.EndsWith("container-developer", StringComparison.Ordinal));
        Assert.Contains(GcpStack.Fine(Access + "strata:compute:\n  cluster: {}\n", "prod"), r => r.LogicalName.EndsWith("container-viewer", StringComparison.Ordinal));
        Assert.DoesNotContain(GcpStack.Fine(Access + "strata:compute:\n  cluster: { groupsDomain: acme.example }\n"), r => r.LogicalName.EndsWith("container-developer", StringComparison.Ordinal));
    }

    private static Cluster ClusterOf(string settings, string environment = "dev") =>
        GcpStack.Fine($"strata:compute:\n  cluster: {settings}\n", environment).OfType<Cluster>().Single();
}
