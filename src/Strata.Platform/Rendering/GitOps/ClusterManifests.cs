using System.Globalization;
using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Delivery;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What the graph puts into one cluster, as manifests: a file for each component in each layer.</summary>
internal sealed class ClusterManifests
{
    private readonly List<(int Layer, string Component, ValueMap Manifest)> _manifests = [];
    private readonly RenderContext _context;

    public ClusterManifests(ClusterHandle cluster, RenderContext context)
    {
        (Cluster, _context) = (cluster, context);
        var layers = new ManifestLayers(cluster, context.Expanded.Graph);
        HashSet<string> kept = [.. layers.Resources.Where(one => PlainManifest.IsKept(one.Resource)).SelectMany(one => PlainManifest.SpacesOf(one.Resource))];
        foreach (var (resource, layer) in layers.Resources)
        {
            if (PlainManifest.Of(resource, layer, cluster.RenderedFor!.Value, kept, context) is { } manifest)
            {
                _manifests.Add((layer, ComponentOf(resource), manifest));
            }
        }
    }

    public ClusterHandle Cluster { get; }

    /// <summary>Unique among the stacks that one Argo CD or Flux applies.</summary>
    public string Name => $"{_context.Stack.Name}-{Cluster.Config.Name}";

    /// <summary>The stack's output folder in the repository.</summary>
    public string Home => $"{_context.Stack.Config.GitOps?.Folder ?? new GitOpsConfig().Folder}/{_context.Stack.Name}";

    /// <summary>Below the stack's output folder.</summary>
    public string Folder => $"gitops/{Cluster.Config.Name}";

    public IEnumerable<int> Layers => _manifests.Select(manifest => manifest.Layer).Distinct().Order();

    public IEnumerable<ObjectValue> InLayer(int layer) => _manifests.Where(manifest => manifest.Layer == layer).Select(manifest => (ObjectValue)manifest.Manifest.ToValue());

    public IEnumerable<ObjectValue> All => _manifests.Select(manifest => (ObjectValue)manifest.Manifest.ToValue());

    /// <summary>The rendered workflows that are manifests of this cluster, below the stack's output folder.</summary>
    public IReadOnlyList<string> Workflows =>
    [
        .. _context.Expanded.Workflows
            .Where(workflow => workflow.Scheduler is { Engine: WorkflowEngine.Argo or WorkflowEngine.Cronjob } scheduler
                && scheduler.Config is Components.IClusterGuest guest
                && (guest.Cluster?.Name ?? Cluster.Config.Name) == Cluster.Config.Name
                && scheduler.Cloud == Cluster.Cloud)
            .Select(workflow => $"workflows/{workflow.Workflow.Name}.yaml")
            .Order(StringComparer.Ordinal),
    ];

    public IEnumerable<RenderedFile> Files => _manifests
        .GroupBy(manifest => (manifest.Layer, manifest.Component))
        .Select(group => new RenderedFile(
            string.Create(CultureInfo.InvariantCulture, $"{Folder}/{group.Key.Layer}/{group.Key.Component}.yaml"), YamlText.Of(group.Select(manifest => manifest.Manifest)), "gitops/manifests"));

    /// <summary>The component in the stack file that it is of, with its kind, which tells those of one name apart: <c>objectstore-images</c>.</summary>
    private static string ComponentOf(Resource resource)
    {
        var parent = resource.ResourceOptions.Parent;
        return parent is null ? "stack" : $"{parent.TypeToken[(parent.TypeToken.LastIndexOf(':') + 1)..].ToLowerInvariant()}-{parent.LogicalName}";
    }
}
