using Strata.Graph;
using Strata.Platform.Delivery;
using Strata.Platform.Foundation;

namespace Strata.Platform.Rendering;

/// <summary>What a person applies once: the project that bounds what the stack's manifests may touch, and the application that applies them.</summary>
internal static class ArgoCdFile
{
    private const string Server = "https://kubernetes.default.svc";
    private const string Space = "argocd";

    public static RenderedFile Render(ClusterManifests manifests, RenderContext context) =>
        new($"{manifests.Folder}.yaml", YamlText.Of(Project(manifests, context), Application(manifests, context)), "gitops/argo-cd");

    private static ValueMap Project(ClusterManifests manifests, RenderContext context)
    {
        List<ObjectValue> all = [.. manifests.All];
        return new()
        {
            ["apiVersion"] = "argoproj.io/v1alpha1",
            ["kind"] = "AppProject",
            ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", manifests.Name, Space).ToValue(),
            ["spec"] = new ValueMap
            {
                ["description"] = $"What the stack {context.Stack.Name} puts into {manifests.Cluster.Config.Name}.",
                ["sourceRepos"] = Value.List(GitOpsRules.RepositoryOf(context.Stack)!),
                ["destinations"] = Value.List(all.Select(SpaceOf).OfType<string>().Append(TeamNamespace.NameIn(context.Stack)).Distinct().Order(StringComparer.Ordinal)
                    .Select(space => (Value)new ValueMap { ["server"] = Server, ["namespace"] = space })),
                ["clusterResourceWhitelist"] = Value.List(all.Where(manifest => SpaceOf(manifest) is null).Select(KindOf).Distinct().Order()
                    .Select(kind => (Value)new ValueMap { ["group"] = kind.Group, ["kind"] = kind.Kind })),
            },
        };
    }

    /// <summary>No finalizer: taking the application away leaves the data where it is.</summary>
    private static ValueMap Application(ClusterManifests manifests, RenderContext context) => new()
    {
        ["apiVersion"] = "argoproj.io/v1alpha1",
        ["kind"] = "Application",
        ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", manifests.Name, Space).ToValue(),
        ["spec"] = new ValueMap
        {
            ["project"] = manifests.Name,
            ["sources"] = Value.List(
            [
                Source(manifests, manifests.Folder, new ValueMap { ["recurse"] = true }, context),
                .. manifests.Workflows.Count == 0 ? [] : new[] { Source(manifests, "workflows", new ValueMap { ["include"] = Glob(manifests.Workflows) }, context) },
            ]),
            ["destination"] = new ValueMap { ["server"] = Server, ["namespace"] = TeamNamespace.NameIn(context.Stack) },
            ["syncPolicy"] = new ValueMap
            {
                ["automated"] = new ValueMap { ["prune"] = true, ["selfHeal"] = true },
                ["syncOptions"] = Value.List("ServerSideApply=true", "PruneLast=true"),

                // Argo CD does not wait for releases to bring their kinds, so that the layer after them fails at first.
                ["retry"] = new ValueMap { ["limit"] = 10, ["backoff"] = new ValueMap { ["duration"] = "30s", ["factor"] = 2, ["maxDuration"] = "5m" } },
            },
        },
    };

    private static Value Source(ClusterManifests manifests, string folder, ValueMap directory, RenderContext context) => new ValueMap
    {
        ["repoURL"] = GitOpsRules.RepositoryOf(context.Stack),
        ["targetRevision"] = context.Stack.Config.GitOps?.Branch ?? new GitOpsConfig().Branch,
        ["path"] = $"{manifests.Home}/{folder}",
        ["directory"] = directory,
    };

    private static string Glob(IReadOnlyList<string> files)
    {
        List<string> names = [.. files.Select(file => file[(file.LastIndexOf('/') + 1)..])];
        return names is [var only] ? only : $"{{{string.Join(',', names)}}}";
    }

    private static string? SpaceOf(ObjectValue manifest) => (manifest["metadata"] as ObjectValue)?["namespace"] is TextValue space ? space.Text : null;

    private static (string Group, string Kind) KindOf(ObjectValue manifest)
    {
        var version = ((TextValue)manifest["apiVersion"]!).Text;
        return (version.Contains('/', StringComparison.Ordinal) ? version[..version.IndexOf('/', StringComparison.Ordinal)] : "", ((TextValue)manifest["kind"]!).Text);
    }
}
