using System.Globalization;
using Strata.Aws.Ec2;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Foundation;

/// <summary>A VPC of the stack's own: a public and a private subnet in each zone, a way out, and endpoints for AWS' own services.</summary>
internal static class OwnAwsNetwork
{
    internal const string Name = "network";

    // Zones in which EKS puts no control plane: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html, read 2025-11.
    private static readonly string[] ZonesWithoutEks = ["use1-az3", "usw1-az2", "cac1-az3"];

    public static AwsNetworkHandle Expand(StackExpansion expansion)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        Check(expansion, config);
        var scope = expansion.Root.AddComponent("strata:foundation:Network", $"aws-{Name}", config.KeySpan);
        var vpc = scope.Add(new Vpc(Name)
        {
            CidrBlock = config.Cidr.ToString(),
            EnableDnsHostnames = true,
            EnableDnsSupport = true,
            Tags = TagsOf(expansion),
        });

        // Whoever names no security group gets this one: it lets nothing in and nothing out.
        scope.Add(new DefaultSecurityGroup($"{Name}-default-group") { VpcId = vpc.Id, Ingress = [], Egress = [] });
        var gateway = scope.Add(new InternetGateway($"{Name}-gateway") { VpcId = vpc.Id, Tags = TagsOf(expansion) });
        var zones = Enumerable.Range(0, config.Zones).ToList();
        var names = ZoneNames(expansion);
        List<Subnet> open = [.. zones.Select(zone => scope.Add(PublicSubnet(expansion, vpc, zone, names)))];
        List<Subnet> closed = [.. zones.Select(zone => scope.Add(PrivateSubnet(expansion, vpc, zone, names)))];
        var routes = AwsRoutes.Add(scope, expansion, vpc, gateway, open, closed);
        var endpoints = AwsEndpoints.Add(scope, expansion, vpc, closed, routes.Tables);
        if (config.FlowLogs)
        {
            AwsFlowLogs.Add(scope, expansion, vpc);
        }

        scope.Component!.Export("vpcId", vpc.Id);
        return new AwsNetworkHandle(vpc.Id, vpc.CidrBlock, [.. closed.Select(s => (Input<string>)s.Id)], [.. open.Select(s => (Input<string>)s.Id)])
        {
            Zones = config.Zones,
            Ready = [.. routes.Outward, .. endpoints],
        };
    }

    /// <summary>The name people see in the console.</summary>
    internal static InputMap<string> TagsOf(StackExpansion expansion, params string[] what) => new() { ["Name"] = NameOf(expansion, what) };

    private static string NameOf(StackExpansion expansion, params string[] what) => expansion.Named(AwsNames.SecurityGroup, what);

    private static void Check(StackExpansion expansion, NetworkConfig config)
    {
        if (config.Cidr.PrefixLength is < AwsAddressPlan.ShortestPrefix or > AwsAddressPlan.LongestPrefix)
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.NetworkSize(
                config.SpanOf(nameof(config.Cidr)), config.Cidr.ToString(), AwsAddressPlan.ShortestPrefix, AwsAddressPlan.LongestPrefix));
            throw new ExpansionStoppedException();
        }

        if (config is { Nat: NatGateways.None, PrivateEndpoints: false })
        {
            expansion.Diagnostics.Add(AwsFoundationErrors.NoWayOut(config.SpanOf(nameof(config.Nat))));
        }
    }

    /// <summary>AWS' names of zones come in order, and a new one may come in between: a subnet stays where it was made.</summary>
    private static ResourceOptions StaysInItsZone => new() { IgnoreChanges = ["availabilityZone"] };

    private static Subnet PublicSubnet(StackExpansion expansion, Vpc vpc, int zone, Invoke zones) => new($"{Name}-public-{Number(zone)}", StaysInItsZone)
    {
        VpcId = vpc.Id,
        CidrBlock = AwsAddressPlan.Public(expansion.Stack.Config.Network.Cidr, zone).ToString(),
        AvailabilityZone = zones.Get<string>(string.Create(CultureInfo.InvariantCulture, $"names[{zone}]")),
        MapPublicIpOnLaunch = false,
        Tags = new() { ["Name"] = NameOf(expansion, "public", Number(zone)), ["kubernetes.io/role/elb"] = "1" },
    };

    private static Subnet PrivateSubnet(StackExpansion expansion, Vpc vpc, int zone, Invoke zones) => new($"{Name}-private-{Number(zone)}", StaysInItsZone)
    {
        VpcId = vpc.Id,
        CidrBlock = AwsAddressPlan.Private(expansion.Stack.Config.Network.Cidr, zone).ToString(),
        AvailabilityZone = zones.Get<string>(string.Create(CultureInfo.InvariantCulture, $"names[{zone}]")),
        Tags = new()
        {
            ["Name"] = NameOf(expansion, "private", Number(zone)),
            ["kubernetes.io/role/internal-elb"] = "1",
            ["karpenter.sh/discovery"] = expansion.Named(AwsNames.EksCluster),
        },
    };

    private static Invoke ZoneNames(StackExpansion expansion) => expansion.Foundations.Aws.Ask(
        "aws:index/getAvailabilityZones:getAvailabilityZones",
        new Property("state", "available"),
        new Property("excludeZoneIds", Value.List(ZonesWithoutEks.Select(id => (Value)id))),

        // Not the local zones, which have few kinds of machines.
        new Property("filters", Value.List(new ValueMap { ["name"] = "opt-in-status", ["values"] = Value.List("opt-in-not-required") })));

    /// <summary>People count zones from 1.</summary>
    internal static string Number(int zone) => (zone + 1).ToString(CultureInfo.InvariantCulture);
}
