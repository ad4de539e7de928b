using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Storage;

/// <summary>A stack on a cluster that exists, from lines of YAML, expanded.</summary>
internal sealed record KubernetesStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <param name="lines">Lines under <c>config:</c>, without their indentation.</param>
    /// <param name="cluster">The properties of the cluster.</param>
    public static KubernetesStack Of(string lines, string environment = "dev", string cluster = "context: hel1")
    {
        var files = new StackFolder
        {
            ["Pulumi.dev.yaml"] = $$"""
                config:
                  strata:team: vision
                  strata:environment: {{environment}}
                  strata:cloud: kubernetes
                  strata:compute: { cluster: { {{cluster}} } }

                """ + string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n")),
        };
        var (graph, diagnostics) = new StackRepository(files).Expand("dev");
        // The secrets are there for whichever of the tests needs them.
        return new KubernetesStack(graph, [.. diagnostics.Where(problem => problem.Code != "STR947")]);
    }

    /// <summary>The graph of a stack that has no problems.</summary>
    public static ResourceGraph Fine(string lines, string environment = "dev", string cluster = "context: hel1")
    {
        var stack = Of(lines, environment, cluster);
        Assert.Empty(stack.Diagnostics);
        return stack.Graph!;
    }

    /// <summary>The only problem of a stack that has one.</summary>
    public static Diagnostic Problem(string lines, string environment = "dev", string cluster = "context: hel1") => Assert.Single(Of(lines, environment, cluster).Diagnostics);
}
