using Strata.Aws.Ec2;
using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>The ways out of a VPC.</summary>
/// <param name="Tables">All route tables: the public one, and a private one for each zone, so that a NAT gateway more or less moves nothing.</param>
/// <param name="Outward">The private subnets' routes to the internet; empty without NAT.</param>
internal sealed record AwsRoutes(IReadOnlyList<RouteTable> Tables, IReadOnlyList<Resource> Outward)
{
    private const string Name = OwnAwsNetwork.Name;
    private const string Everywhere = "0.0.0.0/0";

    public static AwsRoutes Add(Scope scope, StackExpansion expansion, Vpc vpc, InternetGateway gateway, IReadOnlyList<Subnet> open, IReadOnlyList<Subnet> closed)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        var outside = AddTable("public");
        var toGateway = scope.Add(new Route($"{Name}-public") { RouteTableId = outside.Id, DestinationCidrBlock = Everywhere, GatewayId = gateway.Id });
        List<RouteTable> tables = [outside];
        foreach (var (zone, subnet) in open.Index())
        {
            Associate($"public-{OwnAwsNetwork.Number(zone)}", outside, subnet);
        }

        var gates = config.Nat switch { NatGateways.None => 0, NatGateways.Single => 1, _ => config.Zones };
        List<NatGateway> nats = [.. open.Take(gates).Select((subnet, zone) => AddNat(scope, expansion, gateway, toGateway, subnet, OwnAwsNetwork.Number(zone)))];
        List<Resource> outward = [];
        foreach (var (zone, subnet) in closed.Index())
        {
            var what = $"private-{OwnAwsNetwork.Number(zone)}";
            var table = AddTable(what);
            tables.Add(table);
            var association = Associate(what, table, subnet);
            if (nats.Count > 0)
            {
                var nat = nats[Math.Min(zone, nats.Count - 1)];
                outward.AddRange([association, scope.Add(new Route($"{Name}-{what}") { RouteTableId = table.Id, DestinationCidrBlock = Everywhere, NatGatewayId = nat.Id })]);
            }
        }

        return new AwsRoutes(tables, outward);

        RouteTable AddTable(string what) => scope.Add(new RouteTable($"{Name}-{what}") { VpcId = vpc.Id, Tags = OwnAwsNetwork.TagsOf(expansion, what) });

        RouteTableAssociation Associate(string what, RouteTable table, Subnet subnet) =>
            scope.Add(new RouteTableAssociation($"{Name}-{what}") { RouteTableId = table.Id, SubnetId = subnet.Id });
    }

    /// <summary>It waits for the way out of its own subnet, which nothing of it refers to.</summary>
    private static NatGateway AddNat(Scope scope, StackExpansion expansion, InternetGateway gateway, Route toGateway, Subnet subnet, string number)
    {
        var address = scope.Add(new Eip($"{Name}-nat-{number}", new ResourceOptions { DependsOn = [gateway] })
        {
            Domain = "vpc",
            Tags = OwnAwsNetwork.TagsOf(expansion, "nat", number),
        });
        return scope.Add(new NatGateway($"{Name}-nat-{number}", new ResourceOptions { DependsOn = [toGateway] })
        {
            AllocationId = address.AllocationId,
            SubnetId = subnet.Id,
            Tags = OwnAwsNetwork.TagsOf(expansion, "nat", number),
        });
    }
}
