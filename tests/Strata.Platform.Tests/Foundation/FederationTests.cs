using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Stacks;
using Strata.Text;

namespace Strata.Platform.Tests.Foundation;

/// <summary>Stacks whose pods use what is on another cloud. A case is a folder of tests/Golden/federation laid out like stacks/; its last stack is looked at.</summary>
public sealed class FederationTests
{
    private static readonly string[] Shown = ["trainer", "jobs"];

    public static TheoryData<string> Cases => Golden.Cases("federation");

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_crosses_is_made_and_its_cost_is_said(string name)
    {
        var (graph, files, diagnostics) = Expand(name);
        var text = new StringWriter { NewLine = "\n" };
        GraphText.Write(text, new ResourceGraph(graph.Stack, [.. graph.Resources.Where(IsShown)], []), PlainTextStyle.Instance, 400);
        Golden.Check($"federation/{name}/graph.txt", text.ToString());
        Golden.Check($"federation/{name}/diagnostics.txt", AnnotatedSource.Of(files, diagnostics));
        Assert.Contains(diagnostics, d => d is { Code: "STR959", Severity: Severity.Info });
    }

    [SharedTheory]
    [MemberData(nameof(Cases))]
    public void Every_resource_is_one_its_provider_takes(string name)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            GraphJson.Write(json, Expand(name).Graph);
        }

        Assert.DoesNotContain(SharedTools.CheckResources(Encoding.UTF8.GetString(stream.ToArray())), f => f.IsError || f.Code == "plain-secret");
    }

    private static (ResourceGraph Graph, CaseFolder Files, IReadOnlyList<Diagnostic> Diagnostics) Expand(string name)
    {
        var files = new CaseFolder($"tests/Golden/federation/{name}");
        var repository = new StackRepository(files);
        var (graph, diagnostics) = repository.Expand(repository.Names[^1]);
        Assert.True(graph is not null, string.Join("\n", diagnostics));
        return (graph, files, diagnostics);
    }

    /// <summary>What federation adds: the pools and providers, the webhooks, and the components whose pods use them.</summary>
    private static bool IsShown(Resource resource) =>
        resource.TypeToken.EndsWith("Federation", StringComparison.Ordinal) || resource.TypeToken == "strata:registry:Pull"
        || resource.LogicalName.EndsWith("-identity-webhook", StringComparison.Ordinal)
        || resource.LogicalName.EndsWith("-federation-webhook", StringComparison.Ordinal)
        || (resource is not ComponentResource && Shown.Any(shown => resource.LogicalName == $"cluster-{shown}-account"))
        || (resource is ComponentResource && Shown.Contains(resource.LogicalName))
        || (resource.ResourceOptions.Parent is { } parent && IsShown(parent));
}
