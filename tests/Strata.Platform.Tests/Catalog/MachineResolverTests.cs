using Strata.Diagnostics;
using Strata.Platform.Catalog;

namespace Strata.Platform.Tests.Catalog;

public sealed class MachineResolverTests
{
    private const long Gi = 1L << 30;

    [Theory]
    [InlineData(Cloud.Aws, 2, 8, "m7i.large")]
    [InlineData(Cloud.Aws, 8, 16, "c7i.2xlarge")]
    [InlineData(Cloud.Aws, 16, 64, "m7i.4xlarge")]
    [InlineData(Cloud.Aws, 4, 100, "r7i.4xlarge")]
    [InlineData(Cloud.Aws, 0.5, 0, "c7i.large")]
    [InlineData(Cloud.Aws, 4, 3000, "x2iedn.24xlarge")]
    [InlineData(Cloud.Gcp, 4, 16, "e2-standard-4")]
    [InlineData(Cloud.Gcp, 16, 64, "e2-standard-16")]
    [InlineData(Cloud.Gcp, 40, 64, "n4-highcpu-48")]
    [InlineData(Cloud.Gcp, 100, 300, "c4-standard-144")]
    public void The_cheapest_machine_that_is_large_enough_is_chosen(Cloud cloud, double cpu, long memory, string expected) =>
        Assert.Equal(expected, Choose(cloud, new(cpu, memory * Gi)).Machine.Name);

    [Theory]
    [InlineData(Cloud.Aws, 8, 32, "l4", 1, "g6.2xlarge", 1)]
    [InlineData(Cloud.Aws, 40, 0, "l4", 1, "g6.16xlarge", 1)]
    [InlineData(Cloud.Aws, 0, 100, "l4", 1, "gr6.4xlarge", 1)]
    [InlineData(Cloud.Aws, 4, 16, "t4", 1, "g4dn.xlarge", 1)]
    [InlineData(Cloud.Aws, 0, 0, "a10g", 8, "g5.48xlarge", 8)]
    [InlineData(Cloud.Aws, 0, 0, "h100", 1, "p5.4xlarge", 1)]
    [InlineData(Cloud.Aws, 0, 0, "h200", 8, "p5en.48xlarge", 8)]
    [InlineData(Cloud.Aws, 0, 0, "inferentia2", 2, "inf2.24xlarge", 6)]
    [InlineData(Cloud.Gcp, 8, 32, "l4", 1, "g2-standard-8", 1)]
    [InlineData(Cloud.Gcp, 0, 0, "l4", 3, "g2-standard-48", 4)]
    [InlineData(Cloud.Gcp, 8, 30, "t4", 1, "n1-standard-8", 1)]
    [InlineData(Cloud.Gcp, 0, 0, "t4", 1, "n1-standard-4", 1)]
    [InlineData(Cloud.Gcp, 0, 0, "v100", 8, "n1-standard-32", 8)]
    [InlineData(Cloud.Gcp, 0, 0, "a100-80gb", 2, "a2-ultragpu-2g", 2)]
    [InlineData(Cloud.Gcp, 0, 0, "h100", 8, "a3-highgpu-8g", 8)]
    public void The_smallest_machine_with_the_GPUs_is_chosen(Cloud cloud, double cpu, long memory, string gpu, int count, string expected, int got)
    {
        var machine = Choose(cloud, new(cpu, memory * Gi, new(gpu, count))).Machine;
        Assert.Equal((expected, got), (machine.Name, machine.Accelerator!.Count));
    }

    [Fact]
    public void Where_the_first_choice_is_not_offered_the_next_is_taken() =>
        Assert.Equal("p5.48xlarge", Choose(Cloud.Aws, new(Gpu: new("h100", 1)), "eu-north-1").Machine.Name);

    [Fact]
    public void Spot_opens_machines_that_are_not_sold_on_demand()
    {
        Assert.Equal("a3-highgpu-8g", Choose(Cloud.Gcp, new(Gpu: new("h100", 1))).Machine.Name);
        Assert.Equal("a3-highgpu-1g", Choose(Cloud.Gcp, new(Gpu: new("h100", 1), Spot: true)).Machine.Name);
    }

    [Fact]
    public void Arm_is_chosen_only_when_asked_for() =>
        Assert.Equal("m7g.large", Choose(Cloud.Aws, new(2, 8 * Gi, Architecture: Architecture.Arm)).Machine.Name);

    [Fact]
    public void A_pool_learns_the_zones_that_have_its_machines() =>
        Assert.Equal("europe-west4-b", Assert.Single(Choose(Cloud.Gcp, new(Tpu: new("v5e", "2x2")), "europe-west4").Zones));

    [Theory]
    [InlineData("v5e", "1x1", "ct5lp-hightpu-1t", 1)]
    [InlineData("v5e", "2x4", "ct5lp-hightpu-8t", 1)]
    [InlineData("v5e", "4x4", "ct5lp-hightpu-4t", 4)]
    [InlineData("v5p", "2x2x1", "ct5p-hightpu-4t", 1)]
    [InlineData("v5p", "4x4x4", "ct5p-hightpu-4t", 16)]
    [InlineData("v5p", "8x16x16", "ct5p-hightpu-4t", 512)]
    [InlineData("tpu7x", "2x2x1", "tpu7x-standard-4t", 1)]
    [InlineData("v6e", "16x16", "ct6e-standard-4t", 64)]
    public void A_slice_has_as_many_hosts_as_its_chips_need(string type, string topology, string machine, int hosts)
    {
        var choice = Choose(Cloud.Gcp, new(Tpu: new(type, topology)));
        Assert.Equal((machine, hosts), (choice.Machine.Name, choice.Hosts));
    }

    [Theory]
    [InlineData("ct5lp-hightpu-4t", "2x4", 2)]
    [InlineData("ct5lp-hightpu-8t", "2x4", 1)]
    public void A_named_host_may_spread_a_slice(string type, string topology, int hosts) =>
        Assert.Equal(hosts, Choose(Cloud.Gcp, new(Type: type, Tpu: new("v5e", topology))).Hosts);

    [Fact]
    public void A_named_TPU_host_alone_is_a_slice_of_one() =>
        Assert.Equal("2x2x1", Choose(Cloud.Gcp, new(Type: "ct5p-hightpu-4t")).Slice!.Topology);

    [Theory]
    [InlineData(Cloud.Aws, "t3.medium")]
    [InlineData(Cloud.Aws, "trn1.32xlarge")]
    [InlineData(Cloud.Gcp, "e2-small")]
    [InlineData(Cloud.Gcp, "a3-megagpu-8g")]
    public void A_machine_can_be_named(Cloud cloud, string type) => Assert.Equal(type, Choose(cloud, new(Type: type)).Machine.Name);

    [Fact]
    public void GPUs_are_attached_to_a_named_machine_that_takes_them() =>
        Assert.Equal(2, Choose(Cloud.Gcp, new(Type: "n1-standard-8", Gpu: new("t4", 2))).Machine.Accelerator!.Count);

    [Theory]
    [InlineData("STR320", "Did you mean 'g6.xlarge'?", Cloud.Aws, null, null, 0, "g6.xlarg", 0)]
    [InlineData("STR321", "Did you mean 'a100'?", Cloud.Aws, null, "a10", 1, null, 0)]
    [InlineData("STR322", "'cloud: aws'", Cloud.Gcp, null, "a10g", 1, null, 0)]
    [InlineData("STR323", "the most is 8, in 'p5.48xlarge'", Cloud.Aws, null, "h100", 16, null, 0)]
    [InlineData("STR324", "No machine with 1 of 'l4' is offered in 'eu-west-1' (as of 2026-08-19). Use another region (eu-central-1, ", Cloud.Aws, "eu-west-1", "l4", 1, null, 0)]
    [InlineData("STR324", "what 'eu-west-1' has: t4, v100-32gb, a10g, a100, inferentia2.", Cloud.Aws, "eu-west-1", "l4", 1, null, 0)]
    [InlineData("STR325", "'x2iedn.32xlarge' with 128 vCPUs and 4096 GiB", Cloud.Aws, null, null, 0, null, 9000)]
    [InlineData("STR326", "'m7i.large' has 8 GiB of memory, but 32 GiB is asked", Cloud.Aws, null, null, 0, "m7i.large", 32)]
    [InlineData("STR326", "has 1 of 'l4', but 2 of 'l4' is asked", Cloud.Gcp, null, "l4", 2, "g2-standard-8", 0)]
    [InlineData("STR326", "cannot take that", Cloud.Gcp, null, "t4", 1, "n2-standard-8", 0)]
    public void What_cannot_be_had_says_why_and_what_can(string code, string part, Cloud cloud, string? region, string? gpu, int count, string? type, long memory)
    {
        var request = new MachineRequest(0, memory * Gi, gpu is null ? null : new(gpu, count), Type: type);
        var refused = Assert.IsType<MachineAnswer.Refused>(MachineResolver.Resolve(cloud, request, region));
        var diagnostic = refused.Problem(null);
        Assert.Equal((code, Severity.Error), (diagnostic.Code, diagnostic.Severity));
        Assert.Contains(part, diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STR322", "'cloud: gcp'", Cloud.Aws, "v5e", "2x2", null)]
    [InlineData("STR321", "Did you mean 'v5e'?", Cloud.Gcp, "v5f", "2x2", null)]
    [InlineData("STR327", "2x2x1", Cloud.Gcp, "v5p", "2x2", null)]
    [InlineData("STR327", "8x8", Cloud.Gcp, "v5e", "8x8x8", null)]
    [InlineData("STR327", "4x4x4", Cloud.Gcp, "v5p", "8x4x4", null)]
    [InlineData("STR327", "4x4x4", Cloud.Gcp, "v5p", "64x64x64", null)]
    [InlineData("STR327", "4x4x4", Cloud.Gcp, "v5p", "big", null)]
    [InlineData("STR324", "us-central1", Cloud.Gcp, "v5p", "2x2x1", "europe-west1")]
    public void A_TPU_that_cannot_be_had_says_why(string code, string part, Cloud cloud, string type, string topology, string? region)
    {
        var refused = Assert.IsType<MachineAnswer.Refused>(MachineResolver.Resolve(cloud, new(Tpu: new(type, topology)), region));
        Assert.Equal(code, refused.Problem(null).Code);
        Assert.Contains(part, refused.Problem(null).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STR329", "With 'spot: true' it can be 'a3-highgpu-1g' with 1.", Cloud.Gcp, "h100", null, null)]
    [InlineData("STR328", "capacity block", Cloud.Aws, null, "p5e.48xlarge", null)]
    [InlineData("STR328", "not offered in 'eu-west-1'", Cloud.Aws, null, "g6.xlarge", "eu-west-1")]
    public void What_should_be_known_about_a_machine_is_a_warning(string code, string part, Cloud cloud, string? gpu, string? type, string? region)
    {
        var found = Assert.IsType<MachineAnswer.Found>(MachineResolver.Resolve(cloud, new(Gpu: gpu is null ? null : new(gpu, 1), Type: type), region));
        var remark = Assert.Single(found.Remarks)(null);
        Assert.Equal((code, Severity.Warning), (remark.Code, remark.Severity));
        Assert.Contains(part, remark.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_was_not_checked_is_not_held_against_anyone() =>
        Assert.Equal("g6.xlarge", Choose(Cloud.Aws, new(Gpu: new("l4", 1)), "mx-central-1").Machine.Name);

    [Fact]
    public void On_Kubernetes_there_is_nothing_to_choose() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MachineResolver.Resolve(Cloud.Kubernetes, new(), null));

    private static MachineChoice Choose(Cloud cloud, MachineRequest request, string? region = null) =>
        Assert.IsType<MachineAnswer.Found>(MachineResolver.Resolve(cloud, request, region)).Choice;
}
