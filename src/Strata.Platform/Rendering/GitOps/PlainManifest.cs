using System.Globalization;
using Strata.Graph;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Rendering;

/// <summary>A resource of the graph as the manifest of a Kubernetes object, with what the graph's options mean to Argo CD and Flux.</summary>
internal static class PlainManifest
{
    private const string SyncOptions = "argocd.argoproj.io/sync-options";

    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    /// <param name="keptSpaces">Namespaces that hold what stays when it is taken out of the stack: they stay too.</param>
    public static ValueMap? Of(CustomResource resource, int layer, GitOpsTool tool, IReadOnlySet<string> keptSpaces, RenderContext context)
    {
        var origin = (resource.ResourceOptions.Parent as ComponentResource)?.Origin;
        if (PlainValue.Of(new ObjectValue([.. resource.InputProperties]), $"the manifest of '{resource.LogicalName}'", origin, context) is not { } plain)
        {
            return null;
        }

        var manifest = new ValueMap();
        foreach (var (name, value) in (IEnumerable<Property>)plain)
        {
            manifest[name] = Without(value, name, resource.ResourceOptions.IgnoreChanges);
        }

        if (manifest["metadata"] is ObjectValue metadata)
        {
            manifest["metadata"] = With(metadata, Annotations(metadata, layer, tool, IsKept(resource) || (KindOf(resource) == "Namespace" && keptSpaces.Contains(KubernetesObject.NameOf(resource)))));
        }

        return manifest;
    }

    /// <summary>What others change later is left to them from the start: applying it again and again would undo their work.</summary>
    private static Value? Without(Value value, string name, IReadOnlyList<string> ignored)
    {
        if (ignored.Contains(name))
        {
            return null;
        }

        if (value is not ObjectValue map || !ignored.Any(path => path.StartsWith($"{name}.", StringComparison.Ordinal)))
        {
            return value;
        }

        List<string> inner = [.. ignored.Where(path => path.StartsWith($"{name}.", StringComparison.Ordinal)).Select(path => path[(name.Length + 1)..])];
        return new ObjectValue([.. map.Properties.Select(property => (property.Name, Value: Without(property.Value, property.Name, inner))).Where(property => property.Value is not null).Select(property => new Property(property.Name, property.Value!))]);
    }

    public static bool IsKept(Resource resource) => resource.ResourceOptions.Protect || resource.ResourceOptions.RetainOnDelete;

    /// <summary>The namespaces that something is in: the object itself, and what a release installs.</summary>
    public static IEnumerable<string> SpacesOf(Resource resource) =>
        from path in (string[][])[["metadata", "namespace"], ["spec", "targetNamespace"], ["spec", "destination", "namespace"]]
        let value = path.Skip(1).Aggregate<string, Value?>(resource.InputProperties.FirstOrDefault(input => input.Name == path[0]).Value, (inner, name) => (inner as ObjectValue)?[name])
        where value is TextValue
        select ((TextValue)value).Text;

    private static string KindOf(Resource resource) => resource.TypeToken[(resource.TypeToken.LastIndexOf(':') + 1)..];

    private static ValueMap Annotations(ObjectValue metadata, int layer, GitOpsTool tool, bool isKept)
    {
        var annotations = new ValueMap();
        foreach (var (name, value) in metadata["annotations"] is ObjectValue given ? given.Properties.Where(note => !note.Name.StartsWith("pulumi.com/", StringComparison.Ordinal)) : [])
        {
            annotations[name] = value;
        }

        if (tool == GitOpsTool.ArgoCd)
        {
            annotations["argocd.argoproj.io/sync-wave"] = layer.ToString(CultureInfo.InvariantCulture);
            if (isKept)
            {
                annotations[SyncOptions] = annotations[SyncOptions] is TextValue options ? $"{options.Text},Prune=false" : "Prune=false";
            }
        }
        else if (isKept)
        {
            annotations["kustomize.toolkit.fluxcd.io/prune"] = "disabled";
        }

        return annotations;
    }

    private static ValueMap With(ObjectValue metadata, ValueMap annotations)
    {
        var all = new ValueMap();
        foreach (var (name, value) in metadata.Properties)
        {
            all[name] = value;
        }

        all["annotations"] = annotations.Any() ? (Value)annotations : null;
        return all;
    }
}
