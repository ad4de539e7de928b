using System.Text;
using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Platform.Tests.Clusters;

/// <summary>Whole stacks on existing clusters: what was read and accepted, and what the providers' own facts say of it.</summary>
public sealed class KubernetesGraphTests
{
    private const string Components = """
        strata:access: { admins: [platform], members: [ml] }
        strata:storage:
          images: { kind: objects, size: 2Ti, expireAfterDays: 400 }
          shared: { kind: files, size: 1Ti, storageClass: cephfs, backup: true }
          fast: { kind: scratch, size: 4Ti, storageClass: weka }
          disks: { kind: block, provisioner: rbd.csi.ceph.com, snapshots: true, parameters: { pool: ml } }
          labels: { kind: warehouse, size: 200Gi }
        strata:compute:
          cluster: CLUSTER
          general: { kind: pool, machine: { cpu: 32, memory: 128Gi }, max: 6, quota: 4 }
          gpu: { kind: pool, machine: { cpu: 64, memory: 512Gi, gpu: { type: a100-80gb, count: 4 } }, max: 2, sharing: { strategy: mig, partition: 2g.20gb } }
          slices: { kind: pool, machine: { cpu: 16, memory: 64Gi, gpu: { type: l4, count: 1 } }, max: 2, sharing: { strategy: time-slicing, replicas: 4 } }
          train: { kind: batch, machine: { cpu: 16, memory: 64Gi, gpu: { type: a100-80gb, count: 1 } }, max: 6, access: { images: read, labels: write, shared: write } }
        strata:registries:
          harbor: { engine: harbor, host: harbor.acme.example, password: { secret: admin }, pull: { user: robot, password: { secret: robot } }, pullThrough: { quay.io: {} } }
          plain: { host: registry.acme.example, immutable: false, scan: false, password: { secret: htpasswd } }
        strata:identities:
          training: { access: { images: read, labels: write, shared: read } }
        strata:secrets:
          admin: { secure: v1:abc:def }
          robot: { secure: v1:abc:def }
          htpasswd: { secure: v1:abc:def }
        """;

    private static readonly string Direct = Components.Replace("CLUSTER", "{ context: hel1, monitoring: true }", StringComparison.Ordinal);
    private static readonly string Bare = "strata:compute: { cluster: {} }";

    [Theory]
    [InlineData("everything", "dev")]
    [InlineData("everything", "prod")]
    [InlineData("bare", "dev")]
    public void Graphs_are_as_accepted(string name, string environment)
    {
        var stack = KubernetesStack.Of(name == "bare" ? Bare : Direct, environment);
        Assert.Empty(stack.Diagnostics);
        var text = new StringWriter { NewLine = "\n" };
        GraphText.Write(text, stack.Graph!, PlainTextStyle.Instance, 200);
        Golden.Check($"kubernetes/{name}-{environment}.txt", text.ToString());
    }

    [SharedTheory]
    [InlineData("{ context: hel1, monitoring: true }", "dev")]
    [InlineData("{ context: hel1, monitoring: true }", "prod")]
    [InlineData("{ renderTo: manifests/ml, monitoring: true }", "prod")]
    [InlineData("{ renderTo: manifests/ml, gitOps: flux }", "dev")]
    public void The_providers_facts_find_nothing_wrong(string cluster, string environment)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, GraphJson.Indented))
        {
            GraphJson.Write(writer, KubernetesStack.Of(Components.Replace("CLUSTER", cluster, StringComparison.Ordinal), environment).Graph!);
        }

        Assert.DoesNotContain(SharedTools.CheckResources(Encoding.UTF8.GetString(json.ToArray())), finding => finding.Code != "crd-not-staged");
    }

    [Fact]
    public void No_secret_of_the_stack_is_in_a_rendered_manifest()
    {
        var stack = KubernetesStack.Of(Components.Replace("CLUSTER", "{ renderTo: manifests/ml }", StringComparison.Ordinal));
        var inputs = string.Concat(stack.Graph!.Resources.SelectMany(r => r.InputProperties).Select(input => ValueKinds.Of(input.Value)));
        Assert.DoesNotContain("ConfigSecret", inputs, StringComparison.Ordinal);
        Assert.Equal(3, stack.Diagnostics.Count(d => d.Code == "STR337"));
    }

    [Fact]
    public void A_rendered_stack_installs_nothing_itself() =>
        Assert.Empty(KubernetesStack.Of(Components.Replace("CLUSTER", "{ renderTo: manifests/ml, gitOps: flux }", StringComparison.Ordinal)).Graph!.Resources.Every("Release"));
}
