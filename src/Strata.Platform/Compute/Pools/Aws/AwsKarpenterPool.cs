using System.Globalization;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using CustomResource = Strata.Kubernetes.ApiExtensions.CustomResource;

namespace Strata.Platform.Compute;

/// <summary>A pool as Karpenter's NodePool, with the EC2NodeClass that says what its machines are.</summary>
internal static class AwsKarpenterPool
{
    public static void Add(AwsPoolPlan plan)
    {
        var (config, context, cluster) = (plan.Config, plan.Context, plan.Cluster);
        context.Scope.Use(cluster.Provider);
        var name = context.Named(KubernetesNames.Label);
        var placement = config.Compact ? AwsFabric.PlacementGroup(context) : null;
        var machines = context.Scope.Add(new CustomResource($"{context.Name}-machines", "karpenter.k8s.aws/v1", "EC2NodeClass", new ResourceOptions { DependsOn = cluster.Ready })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name),
            Spec = NodeClass(plan, placement?.Name),
        });
        var pool = context.Scope.Add(new CustomResource(context.Name, "karpenter.sh/v1", "NodePool", new ResourceOptions { DependsOn = [machines] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, name),
            Spec = NodePool(plan, name),
        });
        if (config.Min > 0)
        {
            AwsKarpenterMinimum.Add(plan, name, pool);
        }
    }

    private static ValueMap NodeClass(AwsPoolPlan plan, Input<string>? placement) => new()
    {
        ["role"] = plan.Cluster.KarpenterNodeRole,

        // Karpenter takes the image with the drivers of the machine's accelerators by itself.
        ["amiSelectorTerms"] = Value.List(new ValueMap { ["alias"] = "al2023@latest" }),
        ["subnetSelectorTerms"] = Value.List(SubnetTerms(plan)),
        ["securityGroupSelectorTerms"] = Value.List(new ValueMap { ["id"] = plan.Cluster.SecurityGroupId }),
        ["capacityReservationSelectorTerms"] = plan.Config.Reservation is { } reservation ? Value.List(new ValueMap { ["id"] = reservation }) : null,
        ["placementGroupSelector"] = placement is null ? null : (Value)new ValueMap { ["name"] = placement },
        ["blockDeviceMappings"] = Value.List(new ValueMap
        {
            ["deviceName"] = "/dev/xvda",
            ["rootVolume"] = true,
            ["ebs"] = new ValueMap
            {
                ["volumeSize"] = string.Create(CultureInfo.InvariantCulture, $"{plan.Config.Disk.WholeGibibytes}Gi"),
                ["volumeType"] = "gp3",
                ["encrypted"] = true,
                ["kmsKeyID"] = AwsMachineDefaults.KeyOf(plan.Context)?.Value,
                ["deleteOnTermination"] = true,
            },
        }),
        ["metadataOptions"] = new ValueMap { ["httpEndpoint"] = "enabled", ["httpTokens"] = "required", ["httpPutResponseHopLimit"] = 1 },
        ["tags"] = AwsMachineDefaults.TagsOf(plan.Context),
    };

    /// <summary>Zones are a requirement of the pool; the subnets are those of the network, or one for nodes close together.</summary>
    private static IEnumerable<Value> SubnetTerms(AwsPoolPlan plan)
    {
        var subnets = plan.Cluster.Network.KnownPrivateSubnets;
        return subnets.Take(plan.Config.Compact && plan.Config.Zones.Count == 0 ? 1 : subnets.Count).Select(subnet => (Value)new ValueMap { ["id"] = subnet });
    }

    private static ValueMap NodePool(AwsPoolPlan plan, string machines) => new()
    {
        ["template"] = new ValueMap
        {
            ["metadata"] = new ValueMap { ["labels"] = Map(plan.Nodes.Labels) },
            ["spec"] = new ValueMap
            {
                ["nodeClassRef"] = new ValueMap { ["group"] = "karpenter.k8s.aws", ["kind"] = "EC2NodeClass", ["name"] = machines },
                ["requirements"] = Value.List(Requirements(plan)),
                ["taints"] = plan.Nodes.Taints.Count == 0 ? null : Value.List(plan.Nodes.Taints.Select(t =>
                    (Value)new ValueMap { ["key"] = t.Key, ["value"] = t.Value, ["effect"] = t.Effect.ToString() })),
                ["expireAfter"] = "720h",
            },
        },

        // All its machines have the same size, so that a limit on cores is one on machines.
        ["limits"] = new ValueMap { ["cpu"] = (plan.Config.Max * plan.Machine.Cpu).ToString(CultureInfo.InvariantCulture) },
        ["disruption"] = plan.Accelerator is null
            ? new ValueMap { ["consolidationPolicy"] = "WhenEmptyOrUnderutilized", ["consolidateAfter"] = "5m" }
            : new ValueMap { ["consolidationPolicy"] = "WhenEmpty", ["consolidateAfter"] = "10m" },
    };

    private static IEnumerable<Value> Requirements(AwsPoolPlan plan)
    {
        yield return In("karpenter.sh/capacity-type", [plan.Config.Reservation is not null ? "reserved" : plan.Config.Spot ? "spot" : "on-demand"]);
        yield return In("node.kubernetes.io/instance-type", plan.Types);
        yield return In("kubernetes.io/arch", [plan.Machine.Architecture == Catalog.Architecture.Arm ? "arm64" : "amd64"]);
        yield return In("kubernetes.io/os", ["linux"]);
        if (plan.Config.Zones.Count > 0)
        {
            yield return In("topology.kubernetes.io/zone", plan.Config.Zones);
        }
    }

    private static Value In(string key, IEnumerable<string> values) =>
        new ValueMap { ["key"] = key, ["operator"] = "In", ["values"] = Value.List(values.Select(v => (Value)v)) };

    private static ValueMap Map(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        ValueMap map = [];
        foreach (var (key, value) in pairs)
        {
            map[key] = value;
        }

        return map;
    }
}
