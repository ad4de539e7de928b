using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Platform.Tests.Compute;

/// <summary>Whole stacks of AWS compute: what was read and accepted, and what the provider's own facts say of it.</summary>
public sealed class AwsComputeGraphTests
{
    private const string NodeGroups = """
        strata:access: { admins: [arn:aws:iam::123456789012:role/platform], members: [arn:aws:iam::123456789012:role/science] }
        strata:compute:
          cluster: { version: "1.34", apiAccess: [203.0.113.0/24] }
          general: { kind: pool, machine: { cpu: 4, memory: 16Gi }, spot: true, max: 6 }
          gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4, count: 1 } }, max: 4, sharing: { strategy: time-slicing, replicas: 4 } }
          training:
            kind: pool
            machine: { gpu: { type: h100, count: 8 } }
            max: 4
            compact: true
            zones: [us-east-1a]
            reservation: cr-0123456789abcdef0
            disk: 500Gi
            labels: { example.com/tier: gold }
            taints: [{ key: example.com/dedicated, value: training }]
        """;

    private const string Karpenter = """
        strata:encryption: { customerKeys: false }
        strata:compute:
          cluster: { version: "1.34", autoscaler: karpenter }
          general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, min: 2, max: 12 }
          gpu: { kind: pool, machine: { gpu: { type: a100, count: 8 } }, max: 2, compact: true, sharing: { strategy: mig, partition: 3g.20gb } }
        """;

    private const string Shared = """
        strata:access: { members: [arn:aws:iam::123456789012:role/science] }
        strata:compute:
          cluster: { from: platform-dev }
          gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4, count: 1 } }, spot: true, max: 4 }
        """;

    private const string Machines = """
        strata:budget: { monthly: 800, notify: [ml@acme.example] }
        strata:storage:
          lake: { kind: objects }
        strata:compute:
          jobs: { kind: batch, machine: { cpu: 16, memory: 64Gi }, max: 20, access: { lake: read }, shares: { risk-team: 0.5 } }
          training: { kind: batch, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4, count: 1 } }, max: 4, spot: false, timeout: 6h, retries: 0 }
          notebook:
            kind: instances
            machine: { cpu: 8, memory: 32Gi, gpu: { type: l4, count: 1 } }
            spot: true
            offHours: { stop: "0 19 * * *", start: "30 7 * * mon-fri", timeZone: Europe/Helsinki }
            access: { lake: write }
          servers:
            kind: instances
            machine: { cpu: 4, memory: 16Gi }
            spot: true
            min: 2
            max: 6
            image: ami-0123456789abcdef0
            offHours: { stop: "0 19 * * 1-5", start: "0 7 * * 1-5" }
        """;

    private static string? Platform(string lines) => lines.Contains("from:", StringComparison.Ordinal) ? NodeGroups : null;

    [Theory]
    [InlineData("node-groups-dev", NodeGroups, "dev")]
    [InlineData("node-groups-prod", NodeGroups, "prod")]
    [InlineData("karpenter-prod", Karpenter, "prod")]
    [InlineData("shared-dev", Shared, "dev")]
    [InlineData("machines-dev", Machines, "dev")]
    [InlineData("machines-prod", Machines, "prod")]
    public void Graphs_are_as_accepted(string name, string lines, string environment)
    {
        var stack = AwsComputeStack.Of(lines, environment, Platform(lines));
        Assert.Empty(stack.Diagnostics);
        var text = new StringWriter { NewLine = "\n" };
        GraphText.Write(text, stack.Graph!, PlainTextStyle.Instance, 200);
        Golden.Check($"aws-compute/{name}.txt", text.ToString());
    }

    [SharedTheory]
    [InlineData(NodeGroups, "dev")]
    [InlineData(NodeGroups, "prod")]
    [InlineData(Karpenter, "prod")]
    [InlineData(Shared, "dev")]
    [InlineData(Machines, "dev")]
    [InlineData(Machines, "prod")]
    public void The_providers_facts_find_nothing_wrong(string lines, string environment)
    {
        // Provider settings reach plugins as JSON text, which the facts do not know.
        var findings = SharedTools.CheckResources(AwsComputeStack.Of(lines, environment, Platform(lines)).Json());
        Assert.DoesNotContain(findings, f => !f.Path.Contains("pulumi:providers:", StringComparison.Ordinal));
    }
}
