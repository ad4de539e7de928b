using System.Globalization;
using Strata.Graph;
using Strata.Platform.Delivery;
using Strata.Platform.Foundation;

namespace Strata.Platform.Rendering;

/// <summary>What a person applies once: the repository, unless Flux was bootstrapped from it, and for each layer the Kustomization that applies it after the one before.</summary>
internal static class FluxFile
{
    private const string Space = "flux-system";

    public static RenderedFile Render(ClusterManifests manifests, RenderContext context)
    {
        List<ValueMap> documents = [];
        if (GitOpsRules.RepositoryOf(context.Stack) is { } repository)
        {
            documents.Add(Repository(repository, manifests, context));
        }

        string? before = null;
        foreach (var layer in manifests.Layers)
        {
            var number = layer.ToString(CultureInfo.InvariantCulture);
            documents.Add(Kustomization(number, $"{manifests.Folder}/{number}", before, [.. manifests.InLayer(layer)], manifests, context));
            before = $"{manifests.Name}-{number}";
        }

        if (manifests.Workflows.Count > 0)
        {
            documents.Add(Kustomization("workflows", $"{manifests.Folder}/workflows", before, [], manifests, context));
        }

        return new RenderedFile($"{manifests.Folder}.yaml", YamlText.Of(documents), "gitops/flux");
    }

    /// <summary>Names those of the rendered workflows that are manifests.</summary>
    public static RenderedFile Workflows(ClusterManifests manifests) => new($"{manifests.Folder}/workflows/kustomization.yaml", YamlText.Of(new ValueMap
    {
        ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
        ["kind"] = "Kustomization",
        ["resources"] = Value.List(manifests.Workflows.Select(file => (Value)$"../../../{file}")),
    }), "gitops/flux");

    private static ValueMap Repository(string url, ClusterManifests manifests, RenderContext context) => new()
    {
        ["apiVersion"] = "source.toolkit.fluxcd.io/v1",
        ["kind"] = "GitRepository",
        ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", manifests.Name, Space).ToValue(),
        ["spec"] = new ValueMap
        {
            ["interval"] = "5m",
            ["url"] = url,
            ["ref"] = new ValueMap { ["branch"] = context.Stack.Config.GitOps?.Branch ?? new GitOpsConfig().Branch },
            ["secretRef"] = context.Stack.Config.GitOps?.Credentials is { } secret ? (Value)new ValueMap { ["name"] = secret } : null,
        },
    };

    private static ValueMap Kustomization(string part, string folder, string? before, IReadOnlyList<ObjectValue> objects, ClusterManifests manifests, RenderContext context)
    {
        List<Value> releases = [.. objects.Where(manifest => manifest["kind"] is TextValue { Text: "HelmRelease" }).Select(Reference)];
        return new()
        {
            ["apiVersion"] = "kustomize.toolkit.fluxcd.io/v1",
            ["kind"] = "Kustomization",
            ["metadata"] = KubernetesObject.Meta(context.Stack, "gitops", $"{manifests.Name}-{part}", Space).ToValue(),
            ["spec"] = new ValueMap
            {
                ["interval"] = "30m",
                ["retryInterval"] = "2m",
                ["timeout"] = "20m",
                ["path"] = $"./{manifests.Home}/{folder}",
                ["prune"] = true,
                ["sourceRef"] = new ValueMap { ["kind"] = "GitRepository", ["name"] = GitOpsRules.RepositoryOf(context.Stack) is null ? Space : manifests.Name },
                ["dependsOn"] = before is null ? null : Value.List(new ValueMap { ["name"] = before }),

                // The next layer has kinds that these bring. Waiting for all objects would wait for disks that nobody uses yet.
                ["healthChecks"] = releases.Count == 0 ? null : Value.List(releases),
            },
        };
    }

    private static Value Reference(ObjectValue manifest)
    {
        var metadata = (ObjectValue)manifest["metadata"]!;
        return new ValueMap { ["apiVersion"] = manifest["apiVersion"], ["kind"] = manifest["kind"], ["name"] = metadata["name"], ["namespace"] = metadata["namespace"] };
    }
}
