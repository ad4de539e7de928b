using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Batch predictions of Vertex AI: the job that the schedule starts, and a program that starts one now and waits for its end.</summary>
internal static class VertexBatchFiles
{
    public static IEnumerable<RenderedFile> Render(VertexEndpoint config, VertexBatchHandle handle, RenderContext context)
    {
        var job = new ValueMap();
        foreach (var (name, value) in ((ObjectValue)ClusterObject.Known(handle.Job, config, context)).Properties)
        {
            job[name] = value;
        }

        yield return new RenderedFile($"{EndpointFiles.Folder(config)}/prediction-job.json", JsonText.Of(job), "endpoints/prediction-job");
        var model = new TemplateMap(
            new("name", config.Name), new("stack", context.Stack.Name), new("project", context.Stack.Providers.GcpProject), new("region", context.Stack.Providers.GcpRegion));
        if (context.File($"{EndpointFiles.Folder(config)}/run.py", "endpoints/run_prediction.py.sbn", model) is { } file)
        {
            yield return file;
        }
    }
}
