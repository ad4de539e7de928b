using System.Text;
using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Text;

namespace Strata.Platform.Tests.Gcp;

/// <summary>Whole stacks on Google Cloud: what was read and accepted, and what the provider's own facts say of it.</summary>
public sealed class GcpGraphTests
{
    private const string Everything = """
        strata:budget: { monthly: 250.5, currency: EUR, notify: [ml@acme.example], billingAccount: 012345-6789AB-CDEF01 }
        strata:network: { cidr: 10.60.0.0/16, flowLogs: true }
        strata:quotas: { request: true, contact: ml@acme.example }
        strata:access: { admins: [leads@acme.example], members: [ml@acme.example], ci: { repository: acme/ml } }
        strata:storage:
          events: { kind: objects, events: true, tierAfterDays: 30, expireAfterDays: 400 }
          training: { kind: objects, hierarchical: true }
          tables: { kind: warehouse, lake: events }
          meta: { kind: warehouse, engine: postgres, size: 20Gi }
          notebooks: { kind: files, size: 2Ti, backup: true }
          scratch: { size: 18000Gi, source: training }
        strata:registries:
          images: { images: [ranker, retriever], pullThrough: { docker.io: { user: acme, token: { secret: hub } }, quay.io: {} }, pullers: [partners@acme.example] }
        strata:identities:
          training: { access: { events: read, training: write, tables: write, meta: write }, policies: [roles/aiplatform.user] }
          serving: { access: { training: read, tables: read, meta: read } }
        strata:secrets:
          hub: { secure: v1:abc:def }
        """;

    private const string Defaults = """
        strata:storage:
          data: { kind: objects }
          tables: { kind: warehouse }
        strata:registries: { images: {} }
        """;

    [Theory]
    [InlineData("everything-dev", Everything, "dev")]
    [InlineData("everything-prod", Everything, "prod")]
    [InlineData("defaults-dev", Defaults, "dev")]
    [InlineData("defaults-prod", Defaults, "prod")]
    public void Graphs_are_as_accepted(string name, string lines, string environment)
    {
        var stack = GcpStack.Of(lines, environment);
        Assert.Empty(stack.Diagnostics);
        var text = new StringWriter { NewLine = "\n" };
        GraphText.Write(text, stack.Graph!, PlainTextStyle.Instance, 200);
        Golden.Check($"gcp/{name}.txt", text.ToString());
    }

    [SharedTheory]
    [InlineData(Everything, "dev")]
    [InlineData(Everything, "staging")]
    [InlineData(Everything, "prod")]
    [InlineData(Defaults, "dev")]
    public void The_providers_facts_find_nothing_wrong(string lines, string environment)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, GraphJson.Indented))
        {
            GraphJson.Write(writer, GcpStack.Of(lines, environment).Graph!);
        }

        Assert.Empty(SharedTools.CheckResources(Encoding.UTF8.GetString(json.ToArray())));
    }
}
