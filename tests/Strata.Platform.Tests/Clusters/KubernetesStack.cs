using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Clusters;

/// <summary>A stack on an existing cluster from YAML text, expanded.</summary>
internal sealed record KubernetesStack(ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <param name="lines">Lines under <c>config:</c>, without their indentation.</param>
    /// <param name="platform">In the same form, a stack 'platform' of the team 'platform' whose cluster can be shared.</param>
    public static KubernetesStack Of(string lines, string environment = "dev", string? platform = null)
    {
        var files = new StackFolder { ["Pulumi.ml-dev.yaml"] = Text("ml", lines, environment) };
        if (platform is not null)
        {
            files["Pulumi.platform.yaml"] = Text("platform", platform, environment);
        }

        var (graph, diagnostics) = new StackRepository(files).Expand("ml-dev");
        // The secrets are there for whichever of the tests needs them.
        return new KubernetesStack(graph, [.. diagnostics.Where(problem => problem.Code != "STR947")]);
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

    private static string Text(string team, string lines, string environment) =>
        $"config:\n  strata:team: {team}\n  strata:environment: {environment}\n  strata:cloud: kubernetes\n"
        + string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"  {line}\n"));
}
