using FsCheck;
using FsCheck.Fluent;
using Strata.Gcp.Compute;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Units;
using Instance = Strata.Gcp.Filestore.Instance;

namespace Strata.Platform.Tests.Gcp;

public sealed class GcpNetworkTests
{
    private const string Files = "strata:storage: { homes: { kind: files } }\n";

    [Fact]
    public void There_is_no_network_when_nothing_needs_one() =>
        Assert.Empty(GcpStack.Fine("strata:storage: { lake: { kind: objects } }").OfType<Network>());

    [Fact]
    public void A_network_is_made_when_something_needs_it() => Assert.Single(GcpStack.Fine(Files).OfType<Network>());

    [Fact]
    public void A_network_is_made_when_the_file_asks_for_one()
    {
        var stack = GcpStack.Of("strata:network: { cidr: 10.20.0.0/16 }");
        Assert.Single(stack.Graph!.Resources.OfType<Network>());
        Assert.Contains(stack.Graph.Outputs, output => output.Name == "network");
    }

    [Fact]
    public void Without_a_way_out_there_is_no_router() =>
        Assert.Empty(GcpStack.Fine("strata:network: { nat: none }").OfType<Router>());

    [Fact]
    public void Files_wait_for_the_addresses_of_Googles_services() => Assert.Contains(
        Assert.Single(GcpStack.Fine(Files).OfType<Instance>()).ResourceOptions.DependsOn, r => r is Strata.Gcp.ServiceNetworking.Connection);

    [Fact]
    public void An_existing_network_is_used_as_it_is()
    {
        var resources = GcpStack.Fine(Files + "strata:network: { existing: { id: projects/p/global/networks/n, privateSubnets: [s] } }");
        Assert.Empty(resources.OfType<Network>());
        Assert.Single(resources.OfType<Instance>());
    }

    [Fact]
    public void An_existing_network_names_a_subnet() => Assert.Equal(
        "STR335", GcpStack.Problem(Files + "strata:network: { existing: { id: n, privateSubnets: [] } }").Code);

    [Fact]
    public void Another_stacks_network_is_read_from_its_outputs()
    {
        var resources = GcpStack.Fine(Files + "strata:network: { from: platform }", platform: "strata:network: { cidr: 10.40.0.0/16 }");
        Assert.Empty(resources.OfType<Network>());
        Assert.Contains(Dependencies.Of(Assert.Single(resources.OfType<Instance>())), r => r is StackReference { Stack: "platform" });
    }

    [Theory]
    [InlineData("nowhere", "strata:network: { cidr: 10.40.0.0/16 }", "STR307")]
    [InlineData("platform", "strata:storage: { lake: { kind: objects } }", "STR308")]
    [InlineData("platform/other", "strata:network: { cidr: 10.40.0.0/16 }", "STR308")]
    [InlineData("platform", "gcp:region: us-central1\nstrata:network: { cidr: 10.40.0.0/16 }", "STR310")]
    [InlineData("platform", "gcp:project: acme-other\nstrata:network: { cidr: 10.40.0.0/16 }", "STR380")]
    public void Sharing_a_network_is_checked(string from, string platform, string code) =>
        Assert.Equal(code, GcpStack.Problem($"{Files}strata:network: {{ from: {from} }}", platform: platform).Code);

    [Fact]
    public void A_network_that_is_too_small_is_refused() =>
        Assert.Equal("STR331", GcpStack.Problem("strata:network: { cidr: 10.20.0.0/21 }").Code);

    [Fact]
    public void What_lives_in_a_zone_needs_one() =>
        Assert.Contains("'gcp:zone' is missing", GcpStack.Problem(Files + "-gcp:zone:").Message, StringComparison.Ordinal);

    [Fact]
    public void The_ranges_of_a_network_are_inside_it_and_apart()
    {
        var cidrs = from length in Gen.Choose(8, GcpAddressPlan.LongestPrefix)
                    from index in Gen.Choose(0, 1 << (length - 8))
                    select new Cidr(0x0A000000, 8).Subnet(length, index % (1 << (length - 8)));
        Prop.ForAll(cidrs.ToArbitrary(), network =>
        {
            var plan = GcpAddressPlan.Of(network);
            Cidr[] ranges = [plan.Nodes, plan.Pods, plan.Services, plan.GoogleServices, plan.Spare];
            Assert.All(ranges, range => Assert.True(range.PrefixLength >= network.PrefixLength && network.Overlaps(range)));
            Assert.Equal(network.Size, ranges.Sum(range => range.Size));
            Assert.All(ranges, range => Assert.Single(ranges, range.Overlaps));
        }).QuickCheckThrowOnFailure();
    }
}
