using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// An endpoint on a cluster: the objects that change with a model, complete as the graph has them, and the step that applies them as
/// Pulumi would. Of Ray also what its application is, for a machine of one's own.
/// </summary>
internal static class ClusterDeployFiles
{
    /// <summary>What runs models; the rest of an endpoint does not change with them.</summary>
    private static readonly string[] Servers = ["InferenceService", "Model", "RayService", "Deployment"];

    /// <summary>What gives models their requests: applied when the models are ready.</summary>
    private static readonly string[] Routes = ["HTTPRoute", "InferenceGraph", "Experiment"];

    public static IEnumerable<RenderedFile> Render(ClusterEndpoint config, RenderContext context)
    {
        var folder = EndpointFiles.Folder(config);
        List<Resource> all = [.. EndpointFiles.ResourcesOf(config, context).Where(resource => resource.PackageName == "kubernetes")];
        List<Resource> objects = [.. Servers.Concat(Routes).SelectMany(kind => all.Where(resource => KindOf(resource) == kind))];
        yield return new RenderedFile($"{folder}/objects.yaml", YamlText.Of(objects.Select(resource => ClusterObject.Of(resource, config, context))), "endpoints/objects");
        if (config is RayEndpoint ray)
        {
            yield return new RenderedFile($"{folder}/serve-config.yaml", YamlText.Of(RayApplication.Of(ray)), "endpoints/serve-config");
        }

        var model = new TemplateMap(
            new("name", config.Name),
            new("stack", context.Stack.Name),
            new("keep", new TemplateMap(objects.Where(resource => resource.ResourceOptions.IgnoreChanges.Count > 0).Select(resource =>
                KeyValuePair.Create($"{KindOf(resource)}/{ClusterObject.NameOf(resource)}", TemplateValue.List(resource.ResourceOptions.IgnoreChanges.Select(path => (TemplateValue)path)))))),
            new("routes", TemplateValue.List(Routes.Select(kind => (TemplateValue)kind))));
        if (context.File($"{folder}/deploy.py", "endpoints/deploy_objects.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }

    private static string KindOf(Resource resource) => resource.TypeToken[(resource.TypeToken.LastIndexOf(':') + 1)..];
}
