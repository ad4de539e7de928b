using System.Text;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Platform.Tests.Gcp;

/// <summary>Clusters, pools, queues and machines on Google Cloud: what was read and accepted, and what the provider's own facts say of it.</summary>
public sealed class GcpComputeGraphTests
{
    private const string Cluster = """
        strata:network: { cidr: 10.60.0.0/16 }
        strata:access: { admins: [leads@acme.example], members: [ml@acme.example] }
        strata:compute:
          cluster: { apiAccess: [203.0.113.0/24] }
          general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 10 }
        """;

    private const string Pools = """
        strata:network: { cidr: 10.60.0.0/16 }
        strata:storage:
          training: { kind: objects }
          scratch: { size: 18000Gi, source: training }
          homes: { kind: files }
        strata:compute:
          cluster: { monitoring: true, groupsDomain: acme.example }
          spot: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4, count: 1 } }, spot: true, max: 4 }
          shared: { kind: pool, machine: { gpu: { type: l4, count: 1 } }, max: 6, sharing: { strategy: time-slicing, replicas: 4 } }
          parts: { kind: pool, machine: { gpu: { type: a100, count: 1 } }, max: 2, sharing: { strategy: mig, partition: 2g.10gb } }
          queued: { kind: pool, machine: { cpu: 12, memory: 64Gi, gpu: { type: a100, count: 1 } }, max: 8, queued: true }
          close: { kind: pool, machine: { gpu: { type: h100, count: 8 } }, max: 4, compact: true, reservation: ml-h100 }
          tpu: { kind: pool, machine: { tpu: { type: v5e, topology: 2x4 } }, max: 2 }
          slices: { kind: pool, machine: { tpu: { type: v5e, topology: 4x4 } }, min: 0, max: 8, spot: true }
        """;

    private const string Batch = """
        strata:network: { cidr: 10.60.0.0/16 }
        strata:access: { admins: [leads@acme.example], members: [ml@acme.example] }
        strata:storage: { events: { kind: objects }, tables: { kind: warehouse } }
        strata:compute:
          nightly: { kind: batch, machine: { cpu: 16, memory: 64Gi }, max: 40, access: { events: read, tables: write } }
          training: { kind: batch, machine: { gpu: { type: l4, count: 1 } }, max: 4, spot: false, retries: 0, timeout: 12h }
        """;

    private const string Instances = """
        strata:network: { cidr: 10.60.0.0/16 }
        strata:access: { admins: [leads@acme.example], members: [ml@acme.example] }
        strata:storage: { data: { kind: objects } }
        strata:compute:
          trainer:
            kind: instances
            machine: { cpu: 4, memory: 15Gi, gpu: { type: t4, count: 1 } }
            spot: true
            offHours: { stop: "0 19 * * *", start: "0 7 * * 1-5", timeZone: Europe/Helsinki }
            access: { data: write }
          plain: { kind: instances, machine: { cpu: 2, memory: 8Gi } }
          workers: { kind: instances, machine: { cpu: 4, memory: 16Gi }, min: 2, max: 6, access: { data: read } }
        """;

    [Theory]
    [InlineData("cluster-dev", Cluster, "dev")]
    [InlineData("cluster-prod", Cluster, "prod")]
    [InlineData("pools-prod", Pools, "prod")]
    [InlineData("batch-dev", Batch, "dev")]
    [InlineData("batch-prod", Batch, "prod")]
    [InlineData("instances-dev", Instances, "dev")]
    [InlineData("instances-prod", Instances, "prod")]
    public void Graphs_are_as_accepted(string name, string lines, string environment)
    {
        var stack = GcpStack.Of(lines, environment);
        Assert.Empty(stack.Diagnostics);
        var text = new StringWriter { NewLine = "\n" };
        GraphText.Write(text, ComputeOf(stack.Graph!), PlainTextStyle.Instance, 4000);
        Golden.Check($"gcp-compute/{name}.txt", text.ToString());
    }

    /// <summary>What compute itself makes on Google Cloud: networks, storage and what runs in clusters have goldens of their own.</summary>
    private static ResourceGraph ComputeOf(ResourceGraph graph) => new(
        graph.Stack,
        [.. graph.Resources.Where(r => IsCompute(r) || (r.PackageName is "gcp" && IsCompute(r.ResourceOptions.Parent)) || r.TypeToken == "pulumi:providers:kubernetes")],
        [.. graph.Outputs.Where(o => o.Name == "compute")]);

    private static bool IsCompute(Resource? resource) => resource?.TypeToken is "strata:compute:Cluster" or "strata:compute:Pool" or "strata:compute:Batch" or "strata:compute:Instances";

    [SharedTheory]
    [InlineData(Cluster, "dev")]
    [InlineData(Cluster, "prod")]
    [InlineData(Pools, "prod")]
    [InlineData(Batch, "dev")]
    [InlineData(Instances, "dev")]
    [InlineData(Instances, "staging")]
    public void The_providers_facts_find_nothing_wrong(string lines, string environment)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, GraphJson.Indented))
        {
            GraphJson.Write(writer, GcpStack.Of(lines, environment).Graph!);
        }

        // Provider settings reach plugins as JSON text, which the facts do not know.
        Assert.DoesNotContain(SharedTools.CheckResources(Encoding.UTF8.GetString(json.ToArray())), f => !f.Path.Contains("pulumi:providers:", StringComparison.Ordinal));
    }
}
