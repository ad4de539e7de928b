using System.Text;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Cells;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Stacks;

/// <summary>Writes docs/components.md: for every kind, engine and cloud what is made, or why it is not.</summary>
public sealed class ComponentTableTests
{
    /// <summary>The least that each kind needs, so that the table shows its defaults; nothing when it is not here.</summary>
    private static readonly Dictionary<string, string> Least = new()
    {
        ["identity"] = "{ access: { lake: write } }",
        ["objects"] = "{ kind: objects, KUBERNETES }",
        ["files"] = "{ kind: files, KUBERNETES_CLASS }",
        ["scratch"] = "{ kind: scratch, size: SIZE, KUBERNETES_CLASS }",
        ["block"] = "{ kind: block, KUBERNETES_PROVISIONER }",
        ["warehouse"] = "{ kind: warehouse, engine: ENGINE, snowflake: { account: acme-eu, database: ML, warehouse: WH, user: strata, privateKey: { secret: key } } }",
        ["pool"] = "{ kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, max: 4 }",
        ["batch"] = "{ kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: read } }",
        ["instances"] = "{ kind: instances, machine: { cpu: 4, memory: 16Gi } }",
        ["registry"] = "{ engine: ENGINE, host: registry.acme.example, password: { secret: key } }",
    };

    [Fact]
    public void The_table_of_components_is_what_the_code_makes()
    {
        var text = new StringBuilder("""
            # What each component becomes

            Written from the code by a test, from the least configuration each kind needs. Resources that come only in production are marked with *prod*;
            what options add is in [stack.schema.json](../stacks/stack.schema.json). Networks, keys, identities and namespaces are made when
            something needs them; they are listed with what needed them.

            """);
        foreach (var section in ComponentCatalog.Kinds.GroupBy(kind => kind.Section))
        {
            text.Append('\n').Append("## ").Append(section.Key).Append('\n');
            if (section.Any(kind => kind.Facts is not null))
            {
                EngineTable.Write(text, [.. section]);
            }

            foreach (var kind in section)
            {
                text.Append('\n').Append("### ").Append(kind.Name).Append('\n');
                EngineTable.WriteFacts(text, kind);
                foreach (var realization in kind.Realizations)
                {
                    Append(text, kind, realization);
                }
            }
        }

        Golden.CheckFile("docs/components.md", text.ToString());
    }

    [Fact]
    public void Every_kind_says_something_of_every_cloud_and_engine()
    {
        foreach (var kind in ComponentCatalog.Kinds.Where(kind => kind.Facts is null))
        {
            var engines = kind.Realizations.Select(r => r.Engine).Distinct().ToList();
            foreach (var cloud in Enum.GetValues<Cloud>())
            {
                Assert.All(engines, engine => Assert.Contains(kind.Realizations, r => r.Cloud == cloud && r.Engine == engine));
            }
        }
    }

    private static void Append(StringBuilder text, ComponentKind kind, Realization realization)
    {
        text.Append("\n**").Append(realization.Cloud.Title()).Append(realization.Engine.Length > 0 ? $", engine: {realization.Engine}" : "").Append(realization.Managed switch { true => ", run by the cloud", false => ", run by the team", _ => "" }).Append("**\n\n");
        if (realization is Refused refused)
        {
            text.Append("Refused. ").Append(refused.Reason).Append(' ').Append(refused.Hint).Append('\n');
            return;
        }

        var dev = Made(kind, realization, "dev");
        var prod = Made(kind, realization, "prod");
        if (prod.Count == 0)
        {
            text.Append("Nothing is made: it is reached by reference.\n");
            return;
        }

        foreach (var (token, count) in prod)
        {
            text.Append("- `").Append(token).Append('`').Append(count > 1 ? FormattableString.Invariant($" × {count}") : "").Append(dev.ContainsKey(token) ? "" : " *prod*").Append('\n');
        }
    }

    /// <summary>What the component itself makes, by type.</summary>
    private static SortedDictionary<string, int> Made(ComponentKind kind, Realization realization, string environment)
    {
        if (kind.Facts is not null)
        {
            return Counted(new Cell(kind, realization).Own(environment).Resources.Where(r => r is not ComponentResource));
        }

        var files = new StackFolder { ["Pulumi.sample.yaml"] = Stack(kind, realization, environment) };
        var (graph, diagnostics) = new StackRepository(files).Expand("sample");
        Assert.True(graph is not null, $"{kind.Name} on {realization.Cloud} {realization.Engine} in {environment}: {string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error))}");
        return Counted(graph.Resources.Where(r => r is not ComponentResource && Of(r) is { LogicalName: "it" } parent && parent.TypeToken == kind.TypeToken));
    }

    private static SortedDictionary<string, int> Counted(IEnumerable<Resource> resources)
    {
        var made = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            made[resource.TypeToken] = made.GetValueOrDefault(resource.TypeToken) + 1;
        }

        return made;
    }

    private static Resource? Of(Resource resource) => resource.ResourceOptions.Parent is { } parent ? Of(parent) ?? parent : null;

    private static string Stack(ComponentKind kind, Realization realization, string environment)
    {
        var cloud = realization.Cloud;
        var it = Least.GetValueOrDefault(kind.Name, $"{{ kind: {kind.Name} }}")
            .Replace("ENGINE", realization.Engine, StringComparison.Ordinal)
            .Replace("SIZE", cloud == Cloud.Gcp ? "18000Gi" : "2400Gi", StringComparison.Ordinal)
            .Replace(", KUBERNETES_CLASS", cloud == Cloud.Kubernetes ? ", storageClass: cephfs" : "", StringComparison.Ordinal)
            .Replace(", KUBERNETES_PROVISIONER", cloud == Cloud.Kubernetes ? ", provisioner: driver.longhorn.io" : "", StringComparison.Ordinal)
            .Replace(", KUBERNETES", "", StringComparison.Ordinal);
        if (kind.Name == "warehouse" && realization.Engine != "snowflake")
        {
            it = $"{{ kind: warehouse, engine: {realization.Engine} }}";
        }

        if (kind.Name == "registry" && realization.Engine is not ("harbor" or "registry"))
        {
            it = $"{{ engine: {realization.Engine} }}";
        }

        if (kind.Name == "pool" && cloud == Cloud.Kubernetes)
        {
            it = it.Replace("l4", "a100", StringComparison.Ordinal);
        }

        string Entry(string section) => kind.Section == section ? $"    it: {it}\n" : "";
        var cluster = kind.Name == "cluster" ? "" : "    cluster: {}\n    general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }\n";
        return $$"""
            config:
              aws:region: eu-central-1
              gcp:project: acme-ml
              gcp:region: europe-west4
              gcp:zone: europe-west4-a
              strata:team: sample
              strata:environment: {{environment}}
              strata:cloud: {{cloud.Word()}}
              strata:organization: acme
              strata:access: { members: [{{(cloud == Cloud.Aws ? "arn:aws:iam::123456789012:role/people" : "people@acme.example")}}] }
              strata:storage:
                lake: { kind: objects }
            {{Entry("storage")}}  strata:compute:
            {{cluster}}{{Entry("compute")}}  strata:identities:
                other: { access: { lake: read } }
            {{Entry("identities")}}{{(kind.Section == "registries" ? "  strata:registries:\n" + Entry("registries") : "")}}  strata:secrets:
                key: { secure: v1:abc:def }

            """;
    }
}
