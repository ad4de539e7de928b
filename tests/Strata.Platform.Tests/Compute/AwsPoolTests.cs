using Strata.Aws.Ec2;
using Strata.Aws.Eks;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Compute;

namespace Strata.Platform.Tests.Compute;

public sealed class AwsPoolTests
{
    private const string Gpu = "kind: pool, machine: { gpu: { type: l4 } }, max: 4";

    private static string Lines(string pool, string cluster = "") => $"strata:compute: {{ cluster: {{ {cluster} }}, pool: {{ {pool} }} }}";

    private static NodeGroup Group(string pool) => AwsComputeStack.Fine(Lines(pool)).Named<NodeGroup>("pool");

    private static Resource Karpenter(string pool, string kind) =>
        Assert.Single(AwsComputeStack.Fine(Lines(pool, "autoscaler: karpenter")), r => r.TypeToken.EndsWith($":{kind}", StringComparison.Ordinal));

    [Fact]
    public void The_autoscaler_may_size_the_group() =>
        Assert.Equal(["scalingConfig.desiredSize"], Group(Gpu).ResourceOptions.IgnoreChanges);

    [Fact]
    public void Spot_takes_all_types_of_the_same_shape()
    {
        var types = Group("kind: pool, machine: { cpu: 4, memory: 16Gi }, spot: true, max: 2").Texts("instanceTypes");
        Assert.Equal("m7i.xlarge", types[0]);
        Assert.True(types.Count > 1);
        Assert.DoesNotContain(types, t => t.StartsWith('t') || t.Split('.')[0].EndsWith('g'));
    }

    [Theory]
    [InlineData("kind: pool, machine: { type: m7i.xlarge }, spot: true, max: 2")]
    [InlineData("kind: pool, machine: { cpu: 4, memory: 16Gi }, max: 2")]
    public void Without_spot_or_with_a_type_by_name_there_is_one(string pool) => Assert.Equal(["m7i.xlarge"], Group(pool).Texts("instanceTypes"));

    [Theory]
    [InlineData("{ cpu: 4 }", "AL2023_x86_64_STANDARD", null)]
    [InlineData("{ gpu: { type: l4 } }", "AL2023_x86_64_NVIDIA", "nvidia.com/gpu")]
    [InlineData("{ gpu: { type: trainium } }", "AL2023_x86_64_NEURON", "aws.amazon.com/neuron")]
    public void Nodes_boot_with_their_drivers_and_keep_others_away(string machine, string image, string? taint)
    {
        var group = Group($"kind: pool, machine: {machine}, max: 1");
        Assert.Equal(image, group.Text("amiType"));
        Assert.Equal(taint, group.Text("taints[0].key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("autoscaler: karpenter")]
    public void Pods_are_told_what_the_nodes_have(string cluster)
    {
        var lines = Lines(Gpu + ", sharing: { strategy: time-slicing, replicas: 3 }, taints: [{ key: example.com/mine }]", cluster);
        var (handle, resources) = HandleOf(lines);
        Assert.Equal("nvidia.com/gpu", handle.AcceleratorResource);
        Assert.Equal(3, handle.AcceleratorsPerNode);
        Assert.Equal([KeyValuePair.Create("strata/pool", "fraud-pool")], handle.NodeSelector);
        var nodes = resources.Single(r => r.LogicalName == "pool" && (r is NodeGroup || r.TypeToken.EndsWith(":NodePool", StringComparison.Ordinal)));
        var (labels, taints) = nodes is NodeGroup ? ("labels", "taints") : ("spec.template.metadata.labels", "spec.template.spec.taints");
        Assert.Equal("fraud-pool", ((ObjectValue)nodes.At(labels)!)["strata/pool"] is TextValue text ? text.Text : null);
        Assert.Equal("time-slicing-3", ((ObjectValue)nodes.At(labels)!)["nvidia.com/device-plugin.config"] is TextValue config ? config.Text : null);
        Assert.Equal(handle.Tolerations.Count, ((ListValue)nodes.At(taints)!).Items.Length);
        Assert.Equal(["nvidia.com/gpu", "example.com/mine"], handle.Tolerations.Select(t => ((TextValue)t["key"]!).Text));
    }

    [Fact]
    public void The_autoscaler_knows_all_labels_and_taints_of_a_node_that_is_not_there()
    {
        var resources = AwsComputeStack.Fine(Lines(Gpu + ", labels: { tier: gold }"));
        var group = resources.Named<NodeGroup>("pool");
        var tags = resources.OfType<Aws.AutoScaling.Tag>().Select(t => t.Text("tag.key")!).ToList();
        Assert.All(((ObjectValue)group.At("labels")!).Properties, label => Assert.Contains($"k8s.io/cluster-autoscaler/node-template/label/{label.Name}", tags));
        Assert.Contains("k8s.io/cluster-autoscaler/node-template/taint/nvidia.com/gpu", tags);
        Assert.Contains("k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu", tags);
    }

    [Fact]
    public void Compact_nodes_are_in_one_subnet_and_on_one_fabric()
    {
        var resources = AwsComputeStack.Fine(Lines("kind: pool, machine: { gpu: { type: a100, count: 8 } }, max: 2, compact: true"));
        var template = resources.Named<LaunchTemplate>("pool");
        Assert.Equal(["subnet-0a1"], resources.Named<NodeGroup>("pool").Texts("subnetIds"));
        Assert.Equal(4, ((ListValue)template.At("networkInterfaces")!).Items.Length);
        Assert.Equal("efa", template.Text("networkInterfaces[0].interfaceType"));
        Assert.True(template.WaitsFor(resources.Named<PlacementGroup>("pool")));
        Assert.True(template.WaitsFor(resources.Named<SecurityGroup>("pool-efa")));
    }

    [Fact]
    public void Zones_decide_the_subnets()
    {
        var group = Group(Gpu + ", zones: [us-east-1a, us-east-1c]");
        Assert.Contains("us-east-1c", group.Json("subnetIds"), StringComparison.Ordinal);
        Assert.Contains("us-east-1c", Karpenter(Gpu + ", zones: [us-east-1c]", "NodePool").Json("spec"), StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_from_a_capacity_block_are_asked_for_as_such()
    {
        var stack = AwsComputeStack.Of(Lines("kind: pool, machine: { type: p5e.48xlarge }, max: 1, reservation: cr-0123456789abcdef0"));
        Assert.DoesNotContain(stack.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal("CAPACITY_BLOCK", stack.Graph!.Resources.Named<NodeGroup>("pool").Text("capacityType"));
        Assert.Equal("capacity-block", stack.Graph!.Resources.Named<LaunchTemplate>("pool").Text("instanceMarketOptions.marketType"));
    }

    [Fact]
    public void Karpenters_limit_is_the_most_machines()
    {
        var pool = Karpenter("kind: pool, machine: { cpu: 4, memory: 16Gi }, max: 5", "NodePool");
        Assert.Equal("20", pool.Text("spec.limits.cpu"));
    }

    [Fact]
    public void Karpenter_keeps_the_least_machines_by_pods_that_do_nothing()
    {
        var resources = AwsComputeStack.Fine(Lines("kind: pool, machine: { cpu: 4 }, min: 2, max: 5", "autoscaler: karpenter"));
        var minimum = resources.Named<Kubernetes.Apps.V1.Deployment>("pool-minimum");
        Assert.Equal("2", minimum.Text("spec.replicas"));
        Assert.Contains("kubernetes.io/hostname", minimum.Json("spec.template.spec.affinity"), StringComparison.Ordinal);
        Assert.Equal("fraud-pool", ((ObjectValue)minimum.At("spec.template.spec.nodeSelector")!)["strata/pool"] is TextValue text ? text.Text : null);
    }

    [Theory]
    [InlineData(", queued: true", "'queued' cannot be had for a pool on EKS.")]
    [InlineData(", spot: true, reservation: cr-0", "'reservation' cannot be had for a pool on spot.")]
    [InlineData(", reservation: my-reservation", "'my-reservation' is not the id of a capacity reservation")]
    [InlineData(", zones: [eu-west-1a]", "'eu-west-1a' is not a zone of us-east-1")]
    [InlineData(", compact: true, zones: [us-east-1a, us-east-1b]", "'zones' cannot be had for a compact pool")]
    [InlineData(", min: 5", "'pool' has at least 5 machines and at most 4.")]
    [InlineData(", sharing: { strategy: mig, partition: 1g.5gb }", "'pool' divides a GPU that cannot be divided: 'l4'.")]
    public void What_a_pool_cannot_be_is_refused(string more, string message)
    {
        var problems = AwsComputeStack.Of(Lines(Gpu + more)).Diagnostics.Where(d => d.Severity == Severity.Error);
        Assert.StartsWith(message, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tpu_is_somewhere_else() =>
        Assert.Contains("TPU", AwsComputeStack.Problem(Lines("kind: pool, machine: { tpu: { type: v5e, topology: 2x4 } }, max: 1")).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("dev", "STR356")]
    [InlineData("prod", null)]
    public void Gpus_that_never_rest_are_pointed_out_in_dev(string environment, string? code) =>
        Assert.Equal(code, AwsComputeStack.Of(Lines(Gpu + ", min: 1"), environment).Diagnostics.SingleOrDefault()?.Code);

    private static (PoolHandle Handle, IReadOnlyList<Resource> Resources) HandleOf(string lines)
    {
        var (expansion, config) = AwsComputeStack.Expansion(lines);
        return (expansion.HandleOf<PoolHandle>(config.OfType<Pool>().Single()), expansion.Root.Resources);
    }
}
