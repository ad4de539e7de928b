using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;

namespace Strata.Platform.Delivery;

/// <summary>Everything that <c>strata:gitOps</c> says has to mean something, and what is applied from a repository has to be found there.</summary>
internal static class GitOpsRules
{
    public static void Check(StackExpansion expansion)
    {
        var stack = expansion.Stack;
        var config = stack.Config.GitOps;
        List<ClusterHandle> rendered = [.. expansion.Handles.OfType<ClusterHandle>().Where(cluster => cluster.RenderedFor is not null)];
        if (config is null)
        {
            return;
        }

        if (rendered.Count == 0 && config.Operator is null)
        {
            expansion.Diagnostics.Add(GitOpsErrors.MeansNothing(
                config.KeySpan, "gitOps", "The stack has no cluster whose manifests are rendered, and nothing deploys it from the repository.",
                "Add 'renderTo' to a cluster that exists, or 'operator: {}' for the Pulumi operator."));
            return;
        }

        if (config.Operator is { } deployer)
        {
            CheckOperator(deployer, rendered, expansion);
        }

        if (config.Operator is not null || rendered.Count == 0)
        {
            return;
        }

        if (config.IsSet(nameof(config.Branch)) && RepositoryOf(stack) is null)
        {
            expansion.Diagnostics.Add(GitOpsErrors.MeansNothing(
                config.SpanOf(nameof(config.Branch)), "branch", "Without 'repository' Flux reads what it was bootstrapped from, whose branch was given then.", "Add 'repository', or leave 'branch' out."));
        }

        if (config.Credentials is not null && !rendered.Exists(cluster => cluster.RenderedFor == GitOpsTool.Flux && RepositoryOf(stack) is not null))
        {
            expansion.Diagnostics.Add(GitOpsErrors.MeansNothing(
                config.SpanOf(nameof(config.Credentials)), "credentials",
                rendered[0].RenderedFor == GitOpsTool.ArgoCd ? "Argo CD reads repositories with credentials of its own." : "Without 'repository' Flux reads what it was bootstrapped from, with the credentials given then.",
                rendered[0].RenderedFor == GitOpsTool.ArgoCd ? "Leave it out, and give them to Argo CD with 'argocd repo add'." : "Add 'repository', or leave 'credentials' out."));
        }
    }

    /// <summary>Where the rendered files are; null for the one that Flux was bootstrapped from.</summary>
    public static string? RepositoryOf(StackModel stack) =>
        stack.Config.GitOps?.Repository ?? (stack.Config.Access.Ci is { } ci ? $"https://github.com/{ci.Repository}.git" : null);

    private static void CheckOperator(PulumiOperatorConfig config, List<ClusterHandle> rendered, StackExpansion expansion)
    {
        var at = config.KeySpan;
        if (rendered.Count > 0)
        {
            expansion.Diagnostics.Add(GitOpsErrors.OperatorOfRendered(at, rendered[0].Config.Name));
        }

        if (RepositoryOf(expansion.Stack) is null)
        {
            expansion.Diagnostics.Add(GitOpsErrors.NoRepository(at, "The Pulumi operator"));
        }

        if ((config.Organization ?? expansion.Stack.Config.Organization) is null)
        {
            expansion.Diagnostics.Add(GitOpsErrors.NoOrganization(at));
        }

        if (rendered.Count == 0 && expansion.Stack.Config.GitOps is { } gitOps && gitOps.IsSet(nameof(gitOps.Folder)))
        {
            expansion.Diagnostics.Add(GitOpsErrors.MeansNothing(
                gitOps.SpanOf(nameof(gitOps.Folder)), "folder", "The Pulumi operator runs the stack's program and reads no rendered files.", "Leave it out."));
        }
    }
}
