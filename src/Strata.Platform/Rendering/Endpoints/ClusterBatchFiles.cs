using Strata.Graph;
using Strata.Platform.Endpoints;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Batch runs on a cluster: the job that the schedule starts, and a program that starts one now and waits for its end.</summary>
internal static class ClusterBatchFiles
{
    public static IEnumerable<RenderedFile> Render(ClusterEndpoint config, RenderContext context)
    {
        var resources = EndpointFiles.ResourcesOf(config, context).ToList();
        if ((config is RayEndpoint ? OfRay(resources) : OfKubernetes(resources)) is not { } job)
        {
            yield break;
        }

        var folder = EndpointFiles.Folder(config);
        yield return new RenderedFile($"{folder}/job.yaml", YamlText.Of(Map(ClusterObject.Known(job, config, context))), "endpoints/job");
        if (context.File($"{folder}/run.py", "endpoints/run_job.py.sbn", new TemplateMap(new("name", config.Name), new("stack", context.Stack.Name))) is { } file)
        {
            yield return file;
        }
    }

    /// <summary>What the cron job makes.</summary>
    private static Value? OfKubernetes(IReadOnlyList<Resource> resources)
    {
        if (resources.FirstOrDefault(resource => resource.TypeToken == "kubernetes:batch/v1:CronJob") is not { } cron || cron.Input("metadata") is not ObjectValue meta)
        {
            return null;
        }

        var template = (ObjectValue)((ObjectValue)cron.Input("spec")!)["jobTemplate"]!;
        return new ValueMap
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new ValueMap { ["generateName"] = $"{ClusterObject.NameOf(cron)}-", ["namespace"] = meta["namespace"], ["labels"] = meta["labels"] },
            ["spec"] = template["spec"],
        };
    }

    /// <summary>What the cron job's pod hands to the cluster.</summary>
    private static Value? OfRay(IReadOnlyList<Resource> resources) =>
        resources.FirstOrDefault(resource => resource.TypeToken == "kubernetes:core/v1:ConfigMap")?.Input("data") is ObjectValue data && data["job.json"] is JsonTextValue job ? job.Content : null;

    private static ValueMap Map(Value value)
    {
        var map = new ValueMap();
        foreach (var (name, inner) in ((ObjectValue)value).Properties)
        {
            map[name] = inner;
        }

        return map;
    }
}
