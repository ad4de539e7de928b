namespace Strata.Platform.Tests.Clusters;

public sealed class NamespaceTests
{
    private const string Cluster = "strata:compute: { cluster: {} }\n";

    [Fact]
    public void The_quota_on_gpus_counts_what_pods_request() =>
        Assert.Contains("requests.nvidia.com/gpu: \"4\"", KubernetesStack.Fine(Cluster).One("ResourceQuota", "cluster-quota").Show("spec.hard"), StringComparison.Ordinal);

    [Fact]
    public void Nobody_gets_in_but_the_namespace_itself_and_the_platform()
    {
        var resources = KubernetesStack.Fine(Cluster);
        Assert.Equal("", resources.One("NetworkPolicy", "cluster-deny-ingress").Show("spec.ingress"));
        Assert.Equal(["cluster-deny-ingress", "cluster-same-namespace", "cluster-platform"], resources.Every("NetworkPolicy").Select(p => p.LogicalName));
    }

    [Fact]
    public void Members_work_in_the_namespace_and_read_no_secrets()
    {
        var resources = KubernetesStack.Fine(Cluster + "strata:access: { members: [ml], admins: [leads] }");
        Assert.Contains("{apiGroups: [\"\"], resources: [\"secrets\"], verbs: [\"create\", \"update\", \"patch\", \"delete\"]}", resources.One("Role", "cluster-member").Show("rules"), StringComparison.Ordinal);
        Assert.Equal("\"ml\"", resources.One("RoleBinding", "cluster-members").Show("subjects[0].name"));
        Assert.Equal("\"admin\"", resources.One("RoleBinding", "cluster-admins").Show("roleRef.name"));
    }

    [Fact]
    public void Without_people_nobody_is_bound() => Assert.DoesNotContain(KubernetesStack.Fine(Cluster).Every("RoleBinding"), b => b.LogicalName is "cluster-members" or "cluster-admins");

    [Fact]
    public void A_shared_cluster_gets_the_teams_namespace_and_nothing_for_all()
    {
        var resources = KubernetesStack.Fine("strata:compute: { cluster: { from: platform } }", platform: "strata:compute: { cluster: { context: hel1 } }");
        Assert.Equal("\"ml-dev\"", resources.One("Namespace", "cluster-namespace").Show("metadata.name"));
        Assert.Equal("\"hel1\"", resources.One("kubernetes", "cluster").Show("context"));
        Assert.Empty(resources.Every("Release"));
        Assert.Empty(resources.Every("PriorityClass"));
        Assert.Empty(resources.Every("Cohort"));
    }

    [Fact]
    public void Manifests_for_a_shared_cluster_have_a_folder_of_their_own()
    {
        var resources = KubernetesStack.Fine("strata:compute: { cluster: { from: platform } }", platform: "strata:compute: { cluster: { renderTo: manifests/all } }");
        Assert.Equal("\"manifests/all/ml-dev\"", resources.One("kubernetes", "cluster").Show("renderYamlToDirectory"));
    }
}
