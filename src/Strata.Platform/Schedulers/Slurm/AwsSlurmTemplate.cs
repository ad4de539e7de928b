using Strata.Aws.Ec2;
using Strata.Aws.Iam;
using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Naming;
using Strata.Platform.Units;

namespace Strata.Platform.Schedulers;

/// <summary>The CloudFormation template of a PCS cluster: the controller, a login machine, and for each queue the machines that are started for it.</summary>
internal sealed class AwsSlurmTemplate(SlurmConfig config, ComponentContext context, string cluster, InstanceProfile profile, SecurityGroup group, LaunchTemplate template)
{
    /// <summary>The group of the machine that people sign in to; a name that no queue is likely to have.</summary>
    public const string Login = "people-sign-in";

    /// <summary>A version that the service runs (AWS PCS API reference, Scheduler: 23.11, 24.05, 24.11, 25.05 or 25.11; read 2026-11-26).</summary>
    private const string Version = "25.11";

    /// <summary>Types that one group may choose from: the more, the more often one has spare capacity.</summary>
    private const int MostTypes = 5;

    public Output<string> Text
    {
        get
        {
            var network = context.Expansion.Foundations.Aws.Network;
            var queues = QueuesOf(config);
            var resources = new ValueMap
            {
                ["Cluster"] = Resource("Cluster", new()
                {
                    ["Name"] = cluster,
                    ["Size"] = SizeFor(queues.Values.Sum(queue => queue.Max) + 1),
                    ["Scheduler"] = new ValueMap { ["Type"] = "SLURM", ["Version"] = Version },
                    ["Networking"] = new ValueMap { ["SubnetIds"] = Value.List(network.PrivateSubnet(0).Value), ["SecurityGroupIds"] = Value.List(group.Id.Value) },
                    ["SlurmConfiguration"] = new ValueMap { ["ScaleDownIdleTimeInSeconds"] = (int)Math.Max(60, config.IdleTimeout.Seconds) },
                }),
                ["Login"] = Nodes(Login, new SlurmQueue { Machine = new Machine { Cpu = CpuCount.FromCores(2), Memory = ByteSize.FromGibibytes(8) }, Min = 1, Max = 1 }),
            };
            foreach (var (index, (name, queue)) in queues.OrderBy(queue => queue.Key, StringComparer.Ordinal).Index())
            {
                var key = FormattableString.Invariant($"Nodes{index}");
                resources[key] = Nodes(name, queue);
                resources[FormattableString.Invariant($"Queue{index}")] = Resource("Queue", new()
                {
                    ["ClusterId"] = IdOf("Cluster"),
                    ["Name"] = AwsNames.Pcs.Make(name),
                    ["ComputeNodeGroupConfigurations"] = Value.List(new ValueMap { ["ComputeNodeGroupId"] = IdOf(key) }),
                });
            }

            return Output.Json(new ValueMap { ["AWSTemplateFormatVersion"] = "2010-09-09", ["Description"] = $"Slurm {context.Name} of {context.Stack.Name}", ["Resources"] = resources });
        }
    }

    public static IReadOnlyDictionary<string, SlurmQueue> QueuesOf(SlurmConfig config) => config.Queues.Count > 0
        ? config.Queues
        : new Dictionary<string, SlurmQueue> { ["general"] = new() { Machine = new Machine { Cpu = CpuCount.FromCores(8), Memory = ByteSize.FromGibibytes(32) }, Max = 4 } };

    private Value Nodes(string name, SlurmQueue queue)
    {
        var region = context.Expansion.Foundations.Aws.Region;
        var machine = MachineSelection.Choose(context, queue.Machine, queue.Spot, region, config.SpanOf(nameof(config.Queues))).Machine;
        return Resource("ComputeNodeGroup", new()
        {
            ["ClusterId"] = IdOf("Cluster"),
            ["Name"] = AwsNames.Pcs.Make(name),
            ["AmiId"] = config.Ami ?? ImageFor(machine),
            ["IamInstanceProfileArn"] = profile.Arn,
            ["CustomLaunchTemplate"] = new ValueMap { ["TemplateId"] = template.Id, ["Version"] = template.LatestVersion },
            ["SubnetIds"] = context.Expansion.Foundations.Aws.Network.PrivateSubnetIds.ToValue(),
            ["PurchaseOption"] = queue.Spot ? "SPOT" : "ONDEMAND",
            ["InstanceConfigs"] = Value.List(AwsMachineTypes.For(queue.Machine, machine, queue.Spot, region).Take(MostTypes).Select(type => (Value)new ValueMap { ["InstanceType"] = type })),
            ["ScalingConfiguration"] = new ValueMap { ["MinInstanceCount"] = queue.Min, ["MaxInstanceCount"] = queue.Max },
        });
    }

    /// <summary>AWS' own image for the service, looked up when the stack is made or changed.</summary>
    private static string ImageFor(MachineType machine) =>
        $"{{{{resolve:ssm:/aws/service/pcs/ami/dlami-base-ubuntu2404/{(machine.Architecture == Architecture.Arm ? "arm64" : "x86_64")}/latest/ami-id}}}}";

    /// <summary>By the machines a controller manages at most: 32, 512 or 2048 (docs.aws.amazon.com/pcs/latest/userguide/working-with_clusters_size.html; not re-read).</summary>
    private static string SizeFor(int machines) => machines switch
    {
        <= 32 => "SMALL",
        <= 512 => "MEDIUM",
        _ => "LARGE",
    };

    private static Value Resource(string type, ValueMap properties) => new ValueMap { ["Type"] = $"AWS::PCS::{type}", ["Properties"] = properties };

    private static Value IdOf(string resource) => new ValueMap { ["Fn::GetAtt"] = Value.List(resource, "Id") };
}
