using System.Text;
using System.Text.Json;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Storage;

/// <summary>A stack on AWS from lines of YAML, expanded.</summary>
internal sealed record AwsStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    public const string ExistingNetwork = "strata:network: { existing: { id: vpc-1, privateSubnets: [subnet-a, subnet-b, subnet-c] } }";

    /// <param name="lines">Lines under <c>config:</c>, without their indentation.</param>
    public static AwsStack Of(string lines, string environment = "dev")
    {
        var (graph, diagnostics) = Repository(lines, environment).Expand("ml-dev");
        return new AwsStack(graph, diagnostics);
    }

    /// <summary>The graph of a stack that has no problems.</summary>
    public static ResourceGraph Fine(string lines, string environment = "dev")
    {
        var stack = Of(lines, environment);
        Assert.Empty(stack.Diagnostics);
        return stack.Graph!;
    }

    /// <summary>The only problem of a stack that has one.</summary>
    public static Diagnostic Problem(string lines, string environment = "dev") => Assert.Single(Of(lines, environment).Diagnostics);

    /// <summary>The graph of a stack whose block storage is on a cluster that is only pretended.</summary>
    public static ResourceGraph Disks(string disks, string lines = "", string environment = "dev", bool shared = false)
    {
        var repository = Repository($"strata:storage: {{ disks: {disks} }}\n{lines}", environment);
        var diagnostics = new DiagnosticBag();
        var expansion = new StackExpansion(repository.Bind("ml-dev")!.Model!, repository, diagnostics);
        expansion.Foundations.Prepare(Cloud.Aws);
        var cluster = new PretendedCluster(expansion.Root.Add(new Kubernetes.Provider("cluster"))) { IsShared = shared };
        var config = Assert.IsType<BlockStorage>(Assert.Single(expansion.Stack.Components));
        var scope = expansion.Root.AddComponent("strata:storage:BlockStorage", config.Name);
        AwsBlockStorage.Expand(config, new ComponentContext(expansion, config.Name, Cloud.Aws, scope), cluster);
        Assert.Empty(diagnostics);
        return GraphBuilder.Build("ml-dev", expansion.Root, [], diagnostics);
    }

    public static string Json(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            GraphJson.Write(writer, graph);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static StackRepository Repository(string lines, string environment) => new(new StackFolder
    {
        ["Pulumi.platform-dev.yaml"] = Text("strata:network: { cidr: 10.20.0.0/16 }\nstrata:storage: { homes: { kind: files } }", "dev", "platform"),
        ["Pulumi.ml-dev.yaml"] = Text(lines, environment, "ml"),
    });

    private static string Text(string lines, string environment, string team) => $"""
        config:
          aws:region: eu-west-1
          strata:team: {team}
          strata:environment: {environment}
          strata:cloud: aws
          strata:organization: acme

        """ + string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));

    private sealed record PretendedCluster(ProviderResource Talks) : ClusterHandle(new Cluster(), Cloud.Aws, Talks);
}
