using Strata.Platform.Catalog;

namespace Strata.Platform.Tests.Catalog;

public sealed class MachineTableTests
{
    public static TheoryData<Cloud> Clouds => [Cloud.Aws, Cloud.Gcp];

    [Theory]
    [MemberData(nameof(Clouds))]
    public void No_machine_is_listed_twice(Cloud cloud) =>
        Assert.Equal(Machines.Of(cloud).Length, Machines.Of(cloud).Select(m => (m.Name, m.Accelerator?.CloudName, m.Accelerator?.Count)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Clouds))]
    public void Every_machine_has_a_size_a_source_and_a_sane_price(Cloud cloud) => Assert.All(Machines.Of(cloud), m =>
    {
        Assert.Equal(cloud, m.Cloud);
        Assert.InRange(m.Cpu, 1, 384);
        Assert.InRange(m.MemoryGib / m.Cpu, 0.5, 32);
        Assert.NotNull(m.Source.AsOf);
        Assert.True(m.UsdPerHour is null or (> 0.005m and < 150m), m.Name);
    });

    [Fact]
    public void Only_what_is_said_of_GPU_machines_of_GCP_besides_their_size_was_not_read_again() =>
        Assert.Equal(
            "https://docs.cloud.google.com/compute/docs/accelerator-optimized-machines",
            Assert.Single(Machines.Sources.Where(s => s.AsOf is null)).Where);

    [Theory]
    [MemberData(nameof(Clouds))]
    public void A_name_has_a_family(Cloud cloud) => Assert.All(Machines.Of(cloud), m => Assert.StartsWith(m.Family, m.Name, StringComparison.Ordinal));

    [Fact]
    public void The_accelerators_of_machines_are_those_of_the_accelerator_table()
    {
        var used = Machines.Aws.Concat(Machines.Gcp).Select(m => m.Accelerator?.Accelerator).OfType<Accelerator>().ToHashSet();
        Assert.Equal(Accelerators.All.Order(ByName).ToList(), used.Order(ByName).ToList());
    }

    [Fact]
    public void One_name_of_GCP_is_one_accelerator() =>
        Assert.All(Machines.Gcp.Where(m => m.Accelerator is not null).GroupBy(m => m.Accelerator!.CloudName), same => Assert.Single(same.Select(m => m.Accelerator!.Accelerator).Distinct()));

    [Fact]
    public void Karpenter_calls_EC2_accelerators_as_Strata_does_but_for_their_memory() =>
        Assert.All(Machines.Aws.Where(m => m.Accelerator is not null && m.Family != "g7e"), m => Assert.StartsWith(m.Accelerator!.CloudName, m.Accelerator.Accelerator.Name, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Clouds))]
    public void Availability_speaks_of_machines_that_exist_and_regions_that_were_checked(Cloud cloud)
    {
        var rows = cloud == Cloud.Aws ? AwsAvailability.Rows : GcpAvailability.Rows;
        var known = Machines.Of(cloud).SelectMany(m => new[] { m.Name, m.OfferedAs }).ToHashSet();
        Assert.All(rows, row => Assert.Contains(row.Machine, known));
        Assert.All(rows, row => Assert.All(row.Offered.Split(' '), entry => Assert.Contains(entry.Split(':')[0], Availability.CheckedRegions(cloud))));
        Assert.All(Machines.Of(cloud), m => Assert.NotEmpty(Availability.Regions(m)));
    }

    [Fact]
    public void Where_a_GPU_is_not_in_every_zone_of_a_region_the_zones_are_known() =>
        Assert.All(Machines.Gcp.Where(m => m.Family is "g2-standard" or "a2-highgpu" or "a2-ultragpu" or "a3-megagpu" or "a3-ultragpu"), m =>
            Assert.All(Availability.Regions(m), region => Assert.NotEmpty(Availability.Zones(m, region))));

    [Fact]
    public void Every_topology_of_a_TPU_has_hosts() => Assert.All(
        Accelerators.All.Where(a => a.Kind == AcceleratorKind.Tpu),
        tpu => Assert.All(TpuSlice.Topologies(tpu), topology =>
            Assert.Equal(topology.Split('x').Select(side => int.Parse(side, System.Globalization.CultureInfo.InvariantCulture)).Aggregate(1, (a, b) => a * b), TpuSlice.Find(tpu, topology)!.Chips)));

    [Fact]
    public void Every_node_of_an_accelerator_has_a_resource_a_taint_and_labels() =>
        Assert.All(Machines.Aws.Concat(Machines.Gcp), m =>
        {
            var slice = m.Accelerator?.Accelerator.Kind == AcceleratorKind.Tpu ? TpuSlice.OneHost(m) : null;
            var facts = AcceleratorFacts.Of(new MachineChoice(m, []) { Slice = slice });
            Assert.Equal(m.Accelerator is null, facts is null);
            Assert.True(facts is null || (facts.TaintKey == facts.ResourceName && !facts.NodeLabels.IsEmpty));
        });

    [Fact]
    public void Node_images_follow_the_accelerator()
    {
        Assert.Equal("AL2023_x86_64_NVIDIA", NodeImages.EksAmiType(Machines.Find(Cloud.Aws, "g6.xlarge")!));
        Assert.Equal("AL2023_x86_64_NEURON", NodeImages.EksAmiType(Machines.Find(Cloud.Aws, "trn1.2xlarge")!));
        Assert.Equal("AL2023_ARM_64_STANDARD", NodeImages.EksAmiType(Machines.Find(Cloud.Aws, "m7g.large")!));
        Assert.Equal("ECS_AL2023_NVIDIA", NodeImages.BatchImageType(Machines.Find(Cloud.Aws, "g5.xlarge")!));
    }

    private static Comparer<Accelerator> ByName { get; } = Comparer<Accelerator>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));
}
