using Strata.Gcp.Container;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpPoolTests
{
    private const string Cluster = "strata:compute:\n  cluster: {}\n";

    [Theory]
    [InlineData("max: 2, min: 3", "STR354")]
    [InlineData("max: 2, queued: true", "STR350")]
    [InlineData("max: 2, zones: [us-central1-a]", "STR353")]
    [InlineData("max: 2, compact: true", "STR350")]
    [InlineData("max: 2, disk: 5Gi", "STR357")]
    [InlineData("max: 2, sharing: { strategy: time-slicing }", "STR350")]
    [InlineData("max: 2, spot: true, reservation: ours", "STR350")]
    public void What_GKE_cannot_do_for_any_pool_is_refused(string settings, string code) =>
        Assert.Equal(code, GcpStack.Problem($"{Cluster}  pool: {{ kind: pool, machine: {{ cpu: 4, memory: 16Gi }}, {settings} }}\n").Code);

    [Theory]
    [InlineData("min: 1", "Set 'min: 0'")]
    [InlineData("spot: true", "'queued: false'")]
    [InlineData("compact: true", "'queued: false'")]
    [InlineData("reservation: ours", "Remove one of the two")]
    public void The_queue_has_neither_a_minimum_nor_spot_nor_places_nor_reservations(string setting, string hint) => Assert.Contains(
        GcpStack.Of($"{Cluster}  pool: {{ kind: pool, machine: {{ gpu: {{ type: a100 }} }}, max: 4, queued: true, {setting} }}\n", "staging").Diagnostics,
        d => d.Code == "STR350" && d.Message.Contains(hint, StringComparison.Ordinal));

    [Fact]
    public void Nodes_of_the_queue_are_started_flexibly_and_never_repaired()
    {
        var pool = Pool("machine: { gpu: { type: a100 } }, max: 4, queued: true");
        Assert.True(Flag(pool, "queuedProvisioning.enabled"));
        Assert.True(Flag(pool, "nodeConfig.flexStart"));
        Assert.False(Flag(pool, "management.autoRepair"));
        Assert.Equal("NO_RESERVATION", Text(pool, "nodeConfig.reservationAffinity.consumeReservationType"));
    }

    [Fact]
    public void A_GPU_comes_with_its_driver_and_keeps_other_pods_away()
    {
        var pool = Pool("machine: { gpu: { type: l4 } }, max: 4");
        Assert.Equal("nvidia-l4", Text(pool, "nodeConfig.guestAccelerators.0.type"));
        Assert.Equal("LATEST", Text(pool, "nodeConfig.guestAccelerators.0.gpuDriverInstallationConfig.gpuDriverVersion"));
        Assert.Equal(("nvidia.com/gpu", "present", "NO_SCHEDULE"), (Text(pool, "nodeConfig.taints.0.key"), Text(pool, "nodeConfig.taints.0.value"), Text(pool, "nodeConfig.taints.0.effect")));
    }

    [Theory]
    [InlineData("a100", "1g.10gb")]
    [InlineData("a100", "3g.99gb")]
    [InlineData("l4", "1g.5gb")]
    public void A_GPU_is_divided_only_as_GKE_divides_it(string gpu, string partition) => Assert.Equal("STR360", GcpStack.Problem(
        $"{Cluster}  pool: {{ kind: pool, machine: {{ gpu: {{ type: {gpu} }} }}, max: 4, sharing: {{ strategy: mig, partition: {partition} }} }}\n").Code);

    [Fact]
    public void A_slice_of_several_hosts_is_a_node_pool_with_all_of_them_or_none()
    {
        var pools = Pools("machine: { tpu: { type: v5e, topology: 4x4 } }, max: 8, min: 4", "staging");
        Assert.Equal(["pool", "pool-1"], pools.Select(p => p.LogicalName));
        Assert.Equal(4, Number(pools[0], "initialNodeCount"));
        Assert.Null(At(pools[0], "autoscaling"));
        Assert.Equal((0, 4), (Number(pools[1], "autoscaling.minNodeCount"), Number(pools[1], "autoscaling.maxNodeCount")));
        Assert.All(pools, pool => Assert.Equal("4x4", Text(pool, "placementPolicy.tpuTopology")));
    }

    [Fact]
    public void Half_a_slice_is_refused() => Assert.Equal("STR355", GcpStack.Problem(
        $"{Cluster}  pool: {{ kind: pool, machine: {{ tpu: {{ type: v5e, topology: 4x4 }} }}, max: 6 }}\n").Code);

    [Fact]
    public void A_slice_on_one_host_is_a_machine_like_others()
    {
        var pool = Pool("machine: { tpu: { type: v5e, topology: 2x4 } }, max: 3");
        Assert.Null(At(pool, "placementPolicy"));
        Assert.Equal(3, Number(pool, "autoscaling.totalMaxNodeCount"));
        Assert.Equal("google.com/tpu", Text(pool, "nodeConfig.taints.0.key"));
    }

    [Fact]
    public void Accelerators_are_sought_where_they_are_had()
    {
        Assert.Equal("europe-west4-b", Text(Pool("machine: { tpu: { type: v5e, topology: 2x4 } }, max: 3"), "nodeLocations.0"));
        Assert.Null(At(Pool("machine: { cpu: 4 }, max: 3"), "nodeLocations"));
    }

    [Fact]
    public void Local_SSDs_that_come_with_a_machine_become_its_scratch_space() =>
        Assert.Equal(16, Number(Pool("machine: { gpu: { type: h100, count: 8 } }, max: 2"), "nodeConfig.ephemeralStorageLocalSsdConfig.localSsdCount"));

    [Fact]
    public void Where_a_minimum_is_asked_for_no_zone_starts_with_more_than_its_part() =>
        Assert.Equal(2, Number(Pool("machine: { cpu: 4 }, min: 4, max: 9"), "initialNodeCount"));

    [Fact]
    public void GPUs_that_idle_in_dev_are_warned_of() => Assert.Equal(
        "STR356", GcpStack.Problem($"{Cluster}  pool: {{ kind: pool, machine: {{ gpu: {{ type: l4 }} }}, min: 1, max: 4 }}\n").Code);

    private static NodePool Pool(string settings) => Assert.Single(Pools(settings, "dev"));

    private static List<NodePool> Pools(string settings, string environment) =>
        [.. GcpStack.Fine($"{Cluster}  pool: {{ kind: pool, {settings} }}\n", environment).OfType<NodePool>().Where(p => p.LogicalName != "cluster-system")];

    private static Value? At(Resource resource, string path) => ResourceValues.At(resource, path);

    private static string? Text(Resource resource, string path) => (At(resource, path) as TextValue)?.Text;

    private static double? Number(Resource resource, string path) => (At(resource, path) as NumberValue)?.Number;

    private static bool? Flag(Resource resource, string path) => (At(resource, path) as BoolValue)?.IsTrue;
}
