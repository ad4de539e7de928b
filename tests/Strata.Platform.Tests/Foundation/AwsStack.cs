using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Foundation;

/// <summary>Stacks on AWS, written as YAML and expanded.</summary>
internal static class AwsStack
{
    /// <param name="rest">What follows the head of the file: lines that begin with two spaces.</param>
    public static (ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics) Expand(string rest, string environment = "dev", StackFolder? others = null)
    {
        var files = others ?? new StackFolder();
        files["Pulumi.fraud-test.yaml"] = Head("fraud", environment) + rest;
        return new StackRepository(files).Expand("fraud-test");
    }

    public static ResourceGraph Graph(string rest, string environment = "dev", StackFolder? others = null)
    {
        var (graph, diagnostics) = Expand(rest, environment, others);
        Assert.Empty(diagnostics);
        return graph!;
    }

    public static Diagnostic Problem(string rest, StackFolder? others = null) => Assert.Single(Expand(rest, others: others).Diagnostics);

    public static string Head(string team, string environment, string region = "eu-west-1") =>
        $"config:\n  aws:region: {region}\n  strata:team: {team}\n  strata:environment: {environment}\n  strata:cloud: aws\n  strata:organization: acme\n";

    public static IReadOnlyList<Resource> Of(this ResourceGraph graph, string type) => [.. graph.Resources.Where(r => r.TypeToken == type)];

    public static Resource One(this ResourceGraph graph, string type, string name) => Assert.Single(graph.Resources, r => r.TypeToken == type && r.LogicalName == name);

    /// <summary>An input as text: known values as they are, references by what they refer to.</summary>
    public static string Text(this Resource resource, string input) =>
        resource.InputProperties.FirstOrDefault(p => p.Name == input).Value is { } value ? ValueText.Of(value) : "";

    /// <summary>What the checker of provider facts says of the graph's resources.</summary>
    public static IReadOnlyList<CheckFinding> Check(ResourceGraph graph)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, GraphJson.Indented))
        {
            GraphJson.Write(writer, graph);
        }

        return SharedTools.CheckResources(Encoding.UTF8.GetString(json.ToArray()));
    }
}
