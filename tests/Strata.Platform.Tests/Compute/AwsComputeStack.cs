using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Compute;

/// <summary>A stack on AWS from YAML text, expanded; beside it one that owns a cluster, where a test gives one.</summary>
internal sealed record AwsComputeStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    private const string Network = """
          strata:network:
            existing: { id: vpc-0a1, privateSubnets: [subnet-0a1, subnet-0b2, subnet-0c3], publicSubnets: [subnet-0d4, subnet-0e5] }

        """;

    /// <param name="lines">What stands under <c>config:</c>, without its indentation.</param>
    /// <param name="platform">The same of the stack <c>platform-dev</c>.</param>
    public static AwsComputeStack Of(string lines, string environment = "dev", string? platform = null, string region = "us-east-1")
    {
        var files = new StackFolder { ["Pulumi.fraud.yaml"] = Text("fraud", environment, region, lines) };
        if (platform is not null)
        {
            files["Pulumi.platform-dev.yaml"] = Text("platform", environment, "us-east-1", platform);
        }

        var (graph, diagnostics) = new StackRepository(files).Expand("fraud");
        return new AwsComputeStack(graph, diagnostics);
    }

    /// <summary>The resources of a stack that has no problems.</summary>
    public static IReadOnlyList<Resource> Fine(string lines, string environment = "dev", string? platform = null)
    {
        var stack = Of(lines, environment, platform);
        Assert.Empty(stack.Diagnostics);
        return stack.Graph!.Resources;
    }

    /// <summary>The only problem of a stack that has one.</summary>
    public static Diagnostic Problem(string lines, string environment = "dev", string? platform = null, string region = "us-east-1") =>
        Assert.Single(Of(lines, environment, platform, region).Diagnostics);

    /// <summary>A stack on its way to a graph, and its components, for what only other components see.</summary>
    public static (StackExpansion Expansion, IReadOnlyList<ComponentConfig> Components) Expansion(string lines)
    {
        var repository = new StackRepository(new StackFolder { ["Pulumi.fraud.yaml"] = Text("fraud", "dev", "us-east-1", lines) });
        var model = repository.Find("fraud")!;
        return (new StackExpansion(model, repository, []), [.. model.Components]);
    }

    public string Json()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, GraphJson.Indented))
        {
            GraphJson.Write(writer, Graph!);
        }

        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static string Text(string team, string environment, string region, string lines) => $"""
        config:
          aws:region: {region}
          strata:team: {team}
          strata:environment: {environment}
          strata:cloud: aws
          strata:owner: {team}@acme.example

        """ + (lines.Contains("strata:network:", StringComparison.Ordinal) ? "" : Network) + string.Concat(lines.Split('\n').Select(line => $"  {line}\n"));
}
