using System.Text;

namespace Strata.Platform.Tests.Clusters;

public sealed class QueueTests
{
    [Fact]
    public void A_queue_has_all_pools_and_a_right_to_all_of_them()
    {
        var queue = KubernetesStack.Fine(With("general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 3 }", "gpu: { kind: pool, machine: { cpu: 16, memory: 64Gi, gpu: { type: l4, count: 2 } }, max: 2 }"))
            .One("ClusterQueue", "cluster-queue");
        Assert.Equal("[\"cpu\", \"memory\", \"nvidia.com/gpu\"]", queue.Show("spec.resourceGroups[0].coveredResources"));
        Assert.Equal(
            "[{name: \"cpu\", nominalQuota: \"24\"}, {name: \"memory\", nominalQuota: \"96Gi\"}, {name: \"nvidia.com/gpu\", nominalQuota: \"0\"}]",
            queue.Show("spec.resourceGroups[0].flavors[0].resources"));
        Assert.Equal("{name: \"nvidia.com/gpu\", nominalQuota: \"4\"}", queue.Show("spec.resourceGroups[0].flavors[1].resources[2]"));
        Assert.Equal("\"teams\"", queue.Show("spec.cohortName"));
    }

    [Fact]
    public void What_a_pool_has_beyond_its_quota_belongs_to_the_teams_cohort()
    {
        var resources = KubernetesStack.Fine(With("general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 3, quota: 1 }"));
        Assert.Equal("\"ml-dev\"", resources.One("ClusterQueue", "cluster-queue").Show("spec.cohortName"));
        Assert.Equal("\"16\"", resources.One("Cohort", "cluster-team-cohort").Show("spec.resourceGroups[0].flavors[0].resources[0].nominalQuota"));
    }

    [Fact]
    public void Only_pods_that_ask_for_a_gpu_tolerate_its_taint_and_other_taints_are_no_wall()
    {
        var flavor = KubernetesStack.Fine(With("gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, max: 3, taints: [{ key: team, value: ml }] }")).One("ResourceFlavor", "gpu-flavor");
        Assert.Equal("[{key: \"nvidia.com/gpu\", value: \"present\", effect: \"NoSchedule\"}]", flavor.Show("spec.nodeTaints"));
        Assert.Equal("\"team\"", flavor.Show("spec.tolerations[0].key"));
        Assert.Equal("{strata/pool: \"ml-dev-gpu\"}", flavor.Show("spec.nodeLabels"));
    }

    [Fact]
    public void A_team_may_borrow_the_pools_of_the_clusters_owner()
    {
        var queue = KubernetesStack.Fine("strata:compute: { cluster: { from: platform } }", platform: With("general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 3 }")).One("ClusterQueue", "cluster-queue");
        Assert.Equal("\"platform-general\"", queue.Show("spec.resourceGroups[0].flavors[0].name"));
        Assert.Equal("{name: \"cpu\", nominalQuota: \"0\"}", queue.Show("spec.resourceGroups[0].flavors[0].resources[0]"));
    }

    [Fact]
    public void Named_nodes_are_labelled_and_tainted()
    {
        var node = KubernetesStack.Fine(With("gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, max: 1, nodes: [gpu-1] }")).One("NodePatch", "gpu-gpu-1");
        Assert.Equal("{strata/pool: \"ml-dev-gpu\"}", node.Show("metadata.labels"));
        Assert.Equal("[{key: \"nvidia.com/gpu\", value: \"present\", effect: \"NoSchedule\"}]", node.Show("spec.taints").Replace("effect: \"NoSchedule\", key: \"nvidia.com/gpu\", value: \"present\"", "key: \"nvidia.com/gpu\", value: \"present\", effect: \"NoSchedule\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("type: g6.xlarge", "STR368")]
    [InlineData("tpu: { type: v5e, topology: 2x4 }", "STR368")]
    [InlineData("cpu: 4", "STR368")]
    [InlineData("cpu: 4, memory: 8Gi, gpu: { type: a1000 }", "STR321")]
    public void Machines_are_said_by_what_they_have(string machine, string code) =>
        Assert.Equal(code, KubernetesStack.Problem(With($"odd: {{ kind: pool, machine: {{ {machine} }}, max: 1 }}")).Code);

    [Theory]
    [InlineData("spot: true")]
    [InlineData("min: 1")]
    [InlineData("disk: 10Gi")]
    [InlineData("compact: true")]
    [InlineData("queued: true")]
    public void What_only_clouds_can_do_is_warned_of(string property) =>
        Assert.Equal("STR359", KubernetesStack.Problem(With($"general: {{ kind: pool, machine: {{ cpu: 8, memory: 32Gi }}, max: 1, {property} }}")).Code);

    [Fact]
    public void A_gpu_is_divided_only_into_parts_it_has() =>
        Assert.Contains("1g.5gb", KubernetesStack.Problem(With("gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: a100 } }, max: 1, sharing: { strategy: mig, partition: 2g.20gb } }")).Message, StringComparison.Ordinal);

    [Fact]
    public void Divided_gpus_count_by_their_parts()
    {
        var queue = KubernetesStack.Fine(With("gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: a100, count: 2 } }, max: 2, sharing: { strategy: mig, partition: 1g.5gb } }")).One("ClusterQueue", "cluster-queue");
        Assert.Equal("\"28\"", queue.Show("spec.resourceGroups[0].flavors[0].resources[2].nominalQuota"));
    }

    [Fact]
    public void A_batch_queue_borrows_the_smallest_pool_that_fits()
    {
        var queue = KubernetesStack.Fine(With(
            "large: { kind: pool, machine: { cpu: 64, memory: 256Gi }, max: 2 }",
            "small: { kind: pool, machine: { cpu: 16, memory: 64Gi }, max: 2 }",
            "jobs: { kind: batch, machine: { cpu: 8, memory: 16Gi }, max: 5 }")).One("ClusterQueue", "jobs-queue");
        Assert.Equal("\"ml-dev-small\"", queue.Show("spec.resourceGroups[0].flavors[0].name"));
        Assert.Equal("{name: \"cpu\", nominalQuota: \"0\", borrowingLimit: \"40\"}", queue.Show("spec.resourceGroups[0].flavors[0].resources[0]"));
    }

    [Fact]
    public void A_batch_queue_that_fits_no_pool_says_what_there_is()
    {
        var problem = KubernetesStack.Problem(With("small: { kind: pool, machine: { cpu: 4, memory: 16Gi }, max: 2 }", "jobs: { kind: batch, machine: { cpu: 8, memory: 16Gi }, max: 5 }"));
        Assert.Equal("STR365", problem.Code);
        Assert.Contains("'small' has 4 cores, 16Gi", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cluster_a_pool_has_no_place() =>
        Assert.Equal("STR358", KubernetesStack.Problem("strata:compute: { general: { kind: pool, machine: { cpu: 4, memory: 16Gi }, max: 2 } }").Code);

    [Fact]
    public void Single_machines_are_refused() =>
        Assert.Equal("STR304", KubernetesStack.Problem(With("box: { kind: instances, machine: { cpu: 4, memory: 16Gi } }")).Code);

    private static string With(params string[] compute) =>
        compute.Aggregate(new StringBuilder("strata:compute:\n  cluster: {}\n"), (text, line) => text.Append("  ").Append(line).Append('\n')).ToString();
}
