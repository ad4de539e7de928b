using Strata.Platform.Compute;
using Strata.Platform.Delivery;

namespace Strata.Platform.Rendering;

/// <summary>
/// The manifests of clusters with <c>renderTo</c>, in layers that are applied one after the other, and what tells Argo CD or Flux to do
/// so; the Pulumi operator's own description of the stack.
/// </summary>
internal static class GitOpsFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var config in context.Stack.Components.OfType<Cluster>())
        {
            if (context.HandleOf<ClusterHandle>(config) is { RenderedFor: { } tool } cluster)
            {
                var manifests = new ClusterManifests(cluster, context);
                foreach (var file in manifests.Files)
                {
                    yield return file;
                }

                if (tool == GitOpsTool.Flux)
                {
                    yield return FluxFile.Render(manifests, context);
                }
                else if (GitOpsRules.RepositoryOf(context.Stack) is not null)
                {
                    yield return ArgoCdFile.Render(manifests, context);
                }
                else
                {
                    context.Diagnostics.Add(GitOpsErrors.NoApplication(config.KeySpan, config.Name));
                }

                if (tool == GitOpsTool.Flux && manifests.Workflows.Count > 0)
                {
                    yield return FluxFile.Workflows(manifests);
                }
            }
        }

        if (context.Stack.Config.GitOps?.Operator is { } deployer)
        {
            yield return PulumiStackFile.Render(deployer, context);
        }
    }
}
