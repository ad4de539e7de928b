using FsCheck;
using FsCheck.Fluent;
using Strata.Platform.Foundation;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Units;

namespace Strata.Platform.Tests.Foundation;

public sealed class AwsNetworkTests
{
    private const string Own = "  strata:network: { cidr: 10.20.0.0/16 }\n";

    [Fact]
    public void A_network_section_makes_a_network_and_shares_it()
    {
        var graph = AwsStack.Graph(Own);
        Assert.Equal("\"10.20.0.0/16\"", graph.One("aws:ec2/vpc:Vpc", "network").Text("cidrBlock"));
        Assert.Contains("network", graph.Outputs.Select(o => o.Name));
    }

    [Fact]
    public void Nobody_pays_for_a_network_that_nothing_needs() =>
        Assert.Empty(AwsStack.Graph("  strata:storage: { lake: { kind: objects } }\n").Of("aws:ec2/vpc:Vpc"));

    [Fact]
    public void What_needs_a_network_gets_one() =>
        Assert.Single(AwsStack.Graph("  strata:storage: { tables: { kind: warehouse, engine: postgres } }\n").Of("aws:ec2/vpc:Vpc"));

    [Theory]
    [InlineData("dev", 2, 1)]
    [InlineData("prod", 3, 3)]
    public void Each_zone_has_a_public_and_a_private_subnet_and_prod_a_way_out_in_each(string environment, int zones, int gateways)
    {
        var graph = AwsStack.Graph(Own, environment);
        Assert.Equal(2 * zones, graph.Of("aws:ec2/subnet:Subnet").Count);
        Assert.Equal(gateways, graph.Of("aws:ec2/natGateway:NatGateway").Count);
        Assert.Equal(zones + 1, graph.Of("aws:ec2/routeTable:RouteTable").Count);
        Assert.Equal(zones + 1, graph.Of("aws:ec2/route:Route").Count);
        Assert.Equal(2 * zones, graph.Of("aws:ec2/routeTableAssociation:RouteTableAssociation").Count);
    }

    [Fact]
    public void A_zone_more_moves_no_subnet()
    {
        string[] Ranges(int zones) => [.. AwsStack.Graph($"  strata:network: {{ cidr: 10.20.0.0/16, zones: {zones} }}\n").Of("aws:ec2/subnet:Subnet").Select(s => $"{s.LogicalName} {s.Text("cidrBlock")}")];
        Assert.Subset(Ranges(3).ToHashSet(), Ranges(2).ToHashSet());
    }

    [Fact]
    public void Subnets_never_overlap() => Prop.ForAll(
        Gen.Choose(AwsAddressPlan.ShortestPrefix, AwsAddressPlan.LongestPrefix).ToArbitrary(),
        prefix =>
        {
            var network = new Cidr(0x0A000000, prefix);
            Cidr[] all = [.. Enumerable.Range(0, 3).SelectMany(zone => (Cidr[])[AwsAddressPlan.Private(network, zone), AwsAddressPlan.Public(network, zone)])];
            return all.All(a => network.Overlaps(a) && all.Count(a.Overlaps) == 1 && a.PrefixLength <= 28);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_default_security_group_lets_nothing_in_or_out()
    {
        var group = Assert.Single(AwsStack.Graph(Own).Of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"));
        Assert.Equal(("[]", "[]"), (group.Text("ingress"), group.Text("egress")));
    }

    [Fact]
    public void Private_endpoints_are_those_the_stack_uses_and_all_where_there_is_no_other_way()
    {
        Assert.Equal(2, AwsStack.Graph(Own).Of("aws:ec2/vpcEndpoint:VpcEndpoint").Count);
        var few = AwsStack.Graph("  strata:network: { privateEndpoints: true }\n").Of("aws:ec2/vpcEndpoint:VpcEndpoint");
        var all = AwsStack.Graph("  strata:network: { privateEndpoints: true, nat: none }\n").Of("aws:ec2/vpcEndpoint:VpcEndpoint");
        Assert.DoesNotContain("network-eks", few.Select(e => e.LogicalName));
        Assert.Contains("network-eks-auth", all.Select(e => e.LogicalName));
    }

    [Fact]
    public void A_network_without_any_way_out_is_warned_of() => Assert.Equal("STR334", AwsStack.Problem("  strata:network: { nat: none }\n").Code);

    [Theory]
    [InlineData("{ cidr: 10.0.0.0/8 }", "STR332")]
    [InlineData("{ cidr: 10.0.0.0/24 }", "STR332")]
    [InlineData("{ existing: { id: vpc-1, privateSubnets: [subnet-1] } }", "STR336")]
    [InlineData("{ from: platform-deb }", "STR307")]
    [InlineData("{ from: platform-dev/other }", "STR308")]
    [InlineData("{ from: lonely-dev }", "STR308")]
    [InlineData("{ from: far-dev }", "STR310")]
    public void A_network_that_cannot_be_is_refused(string network, string code) => Assert.Equal(
        code,
        AwsStack.Problem($"  strata:network: {network}\n  strata:storage: {{ tables: {{ kind: warehouse, engine: postgres }} }}\n", Others()).Code);

    [Fact]
    public void The_network_of_another_stack_is_read_from_its_outputs_with_as_many_subnets_as_its_file_says()
    {
        var graph = AwsStack.Graph("  strata:network: { from: platform-dev }\n  strata:storage: { tables: { kind: warehouse, engine: postgres } }\n", others: Others());
        Assert.Empty(graph.Of("aws:ec2/vpc:Vpc"));
        Assert.Equal("platform-dev:network.aws.privateSubnetIds", Assert.Single(graph.Of("aws:rds/subnetGroup:SubnetGroup")).Text("subnetIds"));
        Assert.DoesNotContain("network", graph.Outputs.Select(o => o.Name));
    }

    [Fact]
    public void The_addresses_of_an_existing_network_are_asked_of_AWS_unless_the_file_says_them()
    {
        string Cidr(string more) => Assert.Single(AwsStack.Graph(
            $"  strata:network: {{ existing: {{ id: vpc-1, privateSubnets: [subnet-1, subnet-2] }}{more} }}\n  strata:storage: {{ tables: {{ kind: warehouse, engine: postgres }} }}\n")
            .Of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).Text("cidrIpv4");
        Assert.Contains("getVpc", Cidr(""), StringComparison.Ordinal);
        Assert.Equal("\"172.16.0.0/16\"", Cidr(", cidr: 172.16.0.0/16"));
    }

    private static StackFolder Others() => new()
    {
        ["Pulumi.platform-dev.yaml"] = AwsStack.Head("platform", "dev") + "  strata:network: { zones: 3 }\n",
        ["Pulumi.lonely-dev.yaml"] = AwsStack.Head("lonely", "dev"),
        ["Pulumi.far-dev.yaml"] = AwsStack.Head("far", "dev", "us-east-1") + "  strata:network: {}\n",
    };
}
