using System.Globalization;
using Strata.Platform.Costs;
using Strata.Platform.Tests.Policies;

namespace Strata.Platform.Tests.Costs;

/// <summary>The ten totals that docs/costs.md works out by hand.</summary>
public sealed class TenTotalsTests
{
    /// <summary>Resources, then low, expected and high as the page has them.</summary>
    public static TheoryData<int, string, string, string, string> Totals => new()
    {
        { 1, "{ type: aws:eks/cluster:Cluster, name: cluster }", "73.00", "73.00", "73.00" },
        { 2, "{ type: aws:ec2/natGateway:NatGateway, name: nat }\n- { type: aws:ec2/eip:Eip, name: nat-address }", "41.61", "41.61", "41.61" },
        {
            3,
            """
            { type: aws:ec2/launchTemplate:LaunchTemplate, name: general-machines, inputs: { blockDeviceMappings: [{ ebs: { volumeSize: 100, volumeType: gp3 } }] } }
            - { type: aws:eks/nodeGroup:NodeGroup, name: general, inputs: { instanceTypes: [m7i.xlarge], scalingConfig: { minSize: 2, maxSize: 6 }, launchTemplate: { id: { ref: general-machines.id } } } }
            """,
            "371.63",
            "557.45",
            "1,114.89"
        },
        { 4, "{ type: aws:eks/nodeGroup:NodeGroup, name: gpu, inputs: { instanceTypes: [g6.2xlarge], capacityType: SPOT, scalingConfig: { minSize: 0, maxSize: 4 } } }", "0.00", "284.77", "3,569.67" },
        { 5, "{ type: aws:batch/computeEnvironment:ComputeEnvironment, name: jobs, inputs: { computeResources: { type: SPOT, minVcpus: 0, maxVcpus: 320, instanceTypes: [m7i.4xlarge] } } }", "0.00", "341.20", "14,103.60" },
        {
            6,
            "{ type: aws:ec2/instance:Instance, name: desk-ada, component: strata:workspace:Machine desk, inputs: { instanceType: m7i.xlarge, rootBlockDevice: { volumeSize: 100, volumeType: gp3 } } }",
            "9.52",
            "50.09",
            "185.82"
        },
        {
            7,
            "{ type: gcp:container/nodePool:NodePool, name: general, inputs: { autoscaling: { totalMinNodeCount: 2, totalMaxNodeCount: 6 }, nodeConfig: { machineType: e2-standard-4, diskType: pd-balanced, diskSizeGb: 50 } } }",
            "226.41",
            "339.62",
            "679.24"
        },
        {
            8,
            "{ type: gcp:container/nodePool:NodePool, name: a100, inputs: { autoscaling: { totalMinNodeCount: 0, totalMaxNodeCount: 8 }, nodeConfig: { machineType: a2-highgpu-1g, spot: true, diskType: pd-balanced, diskSizeGb: 100 } } }",
            "0.00",
            "2,493.54",
            "21,976.16"
        },
        {
            9,
            """
            { type: gcp:workstations/workstationCluster:WorkstationCluster, name: desks, component: strata:workspace:CloudWorkstations desks }
            - { type: gcp:workstations/workstationConfig:WorkstationConfig, name: desks-config, component: strata:workspace:CloudWorkstations desks, inputs: { host: { gceInstance: { machineType: e2-standard-4 } }, persistentDirectories: [{ gcePd: { sizeGb: 100, diskType: pd-balanced } }] } }
            - { type: gcp:workstations/workstation:Workstation, name: desks-mia, component: strata:workspace:CloudWorkstations desks, inputs: { location: europe-west4, workstationConfigId: { ref: desks-config.workstationConfigId } } }
            """,
            "157.00",
            "215.39",
            "410.71"
        },
        {
            10,
            "{ type: gcp:sql/databaseInstance:DatabaseInstance, name: labels, inputs: { region: us-central1, settings: { tier: db-custom-2-7680, availabilityType: REGIONAL, diskType: PD_SSD, diskSize: 100 } } }",
            "231.25",
            "231.25",
            "231.25"
        },
    };

    [Theory]
    [MemberData(nameof(Totals))]
    public void A_total_is_what_was_worked_out_by_hand(int number, string resources, string low, string expected, string high)
    {
        var (model, graph) = RawGraph.Read($"config:\n  aws:region: eu-central-1\n  gcp:project: acme\n  gcp:region: europe-west4\n  strata:team: t\n  strata:environment: dev\n  strata:cloud: aws\n---\n- {resources.ReplaceLineEndings("\n")}");
        var cost = CostCalculator.Of(model, graph, PriceTable.BuiltIn);

        Assert.Equal((low, expected, high), (Text(cost.Known.Low), Text(cost.Known.Expected), Text(cost.Known.High)));
        Assert.DoesNotContain(cost.Parts, part => part.Monthly is null && part.What != "data through NAT");
        var page = File.ReadAllLines(Repository.PathOf("docs/costs.md"));
        Assert.Contains(page, line => line.StartsWith($"| {number} |", StringComparison.Ordinal) && line.EndsWith($"| {low} | {expected} | {high} |", StringComparison.Ordinal));
    }

    private static string Text(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("#,0.00", CultureInfo.InvariantCulture);
}
