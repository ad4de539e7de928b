using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>An endpoint of Vertex AI, whose models no resource puts there: what the stack's outputs say of them, and the step that does it.</summary>
internal static class VertexDeployFiles
{
    public static IEnumerable<RenderedFile> Render(VertexEndpoint config, VertexHandle handle, RenderContext context)
    {
        var deploy = (ObjectValue)ClusterObject.Known(handle.Deploy, config, context);
        var description = new ValueMap
        {
            ["endpoint"] = context.Known(handle.Endpoint, EndpointFiles.What(config), config.KeySpan),
            ["serviceAccount"] = context.Known(handle.Account, EndpointFiles.What(config), config.KeySpan),
        };
        foreach (var (name, value) in deploy.Properties)
        {
            description[name] = value;
        }

        yield return new RenderedFile($"{EndpointFiles.Folder(config)}/deployment.json", JsonText.Of(description), "endpoints/deployment");
        if (context.File($"{EndpointFiles.Folder(config)}/deploy.py", "endpoints/deploy_vertex.py.sbn", new TemplateMap(new("name", config.Name), new("stack", context.Stack.Name))) is { } file)
        {
            yield return file;
        }
    }
}
