using Strata.Gcp.Compute;
using Strata.Gcp.Compute.Inputs;
using Strata.Gcp.ServiceNetworking;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>A network of the stack's own: one private subnet in the region, a way out, and addresses for Google's own services.</summary>
internal static class OwnGcpNetwork
{
    public const string PodRange = "pods";

    public const string ServiceRange = "services";

    private const string Name = "network";

    public static GcpNetworkHandle Expand(StackExpansion expansion)
    {
        NetworkConfig config = expansion.Stack.Config.Network;
        var gcp = expansion.Foundations.Gcp;
        var plan = Plan(expansion, config);
        var scope = expansion.Root.AddComponent("strata:foundation:Network", $"gcp-{Name}", config.KeySpan);
        var network = scope.Add(new Network(Name, new ResourceOptions { DependsOn = [gcp.Api("compute")] })
        {
            Name = expansion.Named(GcpNames.Compute),
            AutoCreateSubnetworks = false,
            RoutingMode = "REGIONAL",
        });
        var subnetwork = scope.Add(Subnetwork(expansion, config, plan, network));
        List<Resource> ready = [.. Firewalls(expansion, config.Cidr, network).Select(scope.Add)];
        if (config.Nat != NatGateways.None)
        {
            ready.Add(Nat(scope, expansion, network));
        }

        return new GcpNetworkHandle(network.Id, subnetwork.Id, PodRange, ServiceRange, plan.Nodes.ToString())
        {
            Ready = ready,
            ServicesReady = [GoogleServices(scope, expansion, plan.GoogleServices, network)],
        };
    }

    private static GcpAddressPlan Plan(StackExpansion expansion, NetworkConfig config)
    {
        var at = config.SpanOf(nameof(config.Cidr));
        if (config.Cidr.PrefixLength > GcpAddressPlan.LongestPrefix)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.NetworkTooSmall(at, config.Cidr.ToString(), GcpAddressPlan.LongestPrefix));
            throw new ExpansionStoppedException();
        }

        var plan = GcpAddressPlan.Of(config.Cidr);
        if (MostNodes(expansion.Stack) is var nodes && nodes > plan.MaxNodes)
        {
            expansion.Diagnostics.Add(GcpFoundationErrors.PodsDoNotFit(at, config.Cidr.ToString(), plan.Pods.ToString(), nodes, (int)plan.MaxNodes));
        }

        return plan;
    }

    /// <summary>How many nodes the stack's own clusters have when every pool is as large as it may be.</summary>
    private static int MostNodes(StackModel stack)
    {
        var components = stack.Components.Where(c => stack.CloudOf(c) == Cloud.Gcp).ToList();
        var clusters = components.OfType<Cluster>().Where(cluster => cluster.From is null).ToList();
        return clusters.Sum(cluster => cluster.System.Max)
            + components.OfType<Pool>().Where(pool => clusters.Exists(c => pool.Cluster is null || pool.Cluster.Name == c.Name)).Sum(pool => pool.Max);
    }

    private static Subnetwork Subnetwork(StackExpansion expansion, NetworkConfig config, GcpAddressPlan plan, Network network) => new(Name)
    {
        Name = expansion.Named(GcpNames.Compute),
        Network = network.Id,
        Region = expansion.Foundations.Gcp.Region,
        IpCidrRange = plan.Nodes.ToString(),
        PrivateIpGoogleAccess = true,
        SecondaryIpRanges =
        [
            new SubnetworkSecondaryIpRangeArgs { RangeName = PodRange, IpCidrRange = plan.Pods.ToString() },
            new SubnetworkSecondaryIpRangeArgs { RangeName = ServiceRange, IpCidrRange = plan.Services.ToString() },
        ],
        LogConfig = !config.FlowLogs ? null : new SubnetworkLogConfigArgs
        {
            AggregationInterval = "INTERVAL_5_MIN",
            FlowSampling = 0.5,
            Metadata = "INCLUDE_ALL_METADATA",
        },
    };

    private static IEnumerable<Firewall> Firewalls(StackExpansion expansion, Cidr cidr, Network network)
    {
        yield return Rule("internal", [cidr.ToString()], new FirewallAllowArgs { Protocol = "all" });

        // Identity-Aware Proxy's own addresses: SSH without a public one.
        yield return Rule("iap", ["35.235.240.0/20"], new FirewallAllowArgs { Protocol = "tcp", Ports = ["22"] });

        // Where Google's load balancers and health checks come from.
        yield return Rule("health-checks", ["35.191.0.0/16", "130.211.0.0/22"], new FirewallAllowArgs { Protocol = "tcp" });

        Firewall Rule(string what, string[] sources, FirewallAllowArgs allow) => new($"{Name}-{what}")
        {
            Name = expansion.Named(GcpNames.Compute, what),
            Network = network.Id,
            Direction = "INGRESS",
            SourceRanges = sources,
            Allows = [allow],
        };
    }

    private static RouterNat Nat(Scope scope, StackExpansion expansion, Network network)
    {
        var router = scope.Add(new Router($"{Name}-router")
        {
            Name = expansion.Named(GcpNames.Compute),
            Network = network.Id,
            Region = expansion.Foundations.Gcp.Region,
        });

        // Cloud NAT is in all zones of the region: 'single' and 'per-zone' are the same here.
        return scope.Add(new RouterNat($"{Name}-nat")
        {
            Name = expansion.Named(GcpNames.Compute),
            Router = router.Name,
            Region = expansion.Foundations.Gcp.Region,
            NatIpAllocateOption = "AUTO_ONLY",
            SourceSubnetworkIpRangesToNat = "ALL_SUBNETWORKS_ALL_IP_RANGES",

            // Nodes that pull many images at once run out of the 64 ports they get otherwise.
            EnableDynamicPortAllocation = true,
            EnableEndpointIndependentMapping = false,
            LogConfig = new RouterNatLogConfigArgs { Enable = true, Filter = "ERRORS_ONLY" },
        });
    }

    private static Connection GoogleServices(Scope scope, StackExpansion expansion, Cidr range, Network network)
    {
        var address = scope.Add(new GlobalAddress($"{Name}-google-services")
        {
            Name = expansion.Named(GcpNames.Compute, "google-services"),
            Network = network.Id,
            Purpose = "VPC_PEERING",
            AddressType = "INTERNAL",
            Address = range.FirstAddress,
            PrefixLength = range.PrefixLength,
        });
        return scope.Add(new Connection($"{Name}-google-services", new ResourceOptions { DependsOn = [expansion.Foundations.Gcp.Api("servicenetworking")] })
        {
            Network = network.Id,
            Service = "servicenetworking.googleapis.com",
            ReservedPeeringRanges = [address.Name],

            // Google refuses to take the connection down for days after a database in it is gone; it goes with the network.
            DeletionPolicy = "ABANDON",
        });
    }
}
