using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Gcp;

/// <summary>A stack on Google Cloud from YAML text, expanded.</summary>
internal sealed record GcpStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    private const string Head = """
        config:
          gcp:project: acme-ml
          gcp:region: europe-west4
          gcp:zone: europe-west4-a
          strata:team: ml
          strata:environment: ENVIRONMENT
          strata:cloud: gcp

        """;

    /// <param name="lines">Lines under <c>config:</c>, without their indentation; a key stands in for the head's, and <c>-key:</c> takes the head's away.</param>
    public static GcpStack Of(string lines, string environment = "dev", string? platform = null)
    {
        var files = new StackFolder { ["Pulumi.ml-dev.yaml"] = Text(lines, environment) };
        if (platform is not null)
        {
            files["Pulumi.platform.yaml"] = Text(platform, environment);
        }

        var (graph, diagnostics) = new StackRepository(files).Expand("ml-dev");
        return new GcpStack(graph, diagnostics);
    }

    /// <summary>The resources of a stack that has no problems.</summary>
    public static IReadOnlyList<Resource> Fine(string lines, string environment = "dev", string? platform = null)
    {
        var stack = Of(lines, environment, platform);
        Assert.Empty(stack.Diagnostics);
        return stack.Graph!.Resources;
    }

    /// <summary>The only problem of a stack that has one.</summary>
    public static Diagnostic Problem(string lines, string environment = "dev", string? platform = null) =>
        Assert.Single(Of(lines, environment, platform).Diagnostics);

    private static string Text(string lines, string environment) =>
        Without(Head.Replace("ENVIRONMENT", environment, StringComparison.Ordinal), lines)
        + string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '-').Select(line => $"  {line}\n"));

    private static string Without(string head, string lines) => string.Concat(head.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !line.Contains(": ", StringComparison.Ordinal) || !lines.Contains(line.Trim().Split(": ")[0] + ":", StringComparison.Ordinal))
        .Select(line => line + "\n"));
}
