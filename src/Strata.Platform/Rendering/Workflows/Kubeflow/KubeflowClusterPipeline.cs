using System.Globalization;
using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a pipeline of the Kubeflow Pipelines that the team runs: steps are pods in its namespace, on its pools and with its secrets.</summary>
internal static class KubeflowClusterPipeline
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, KubeflowHandle server, RenderContext context)
    {
        var (scheduler, said) = ((KubeflowConfig)placed.Scheduler.Config, placed.Workflow.Config);
        var clusters = ClusterChoice.On(context.Stack, placed.Scheduler.Cloud).Where(cluster => scheduler.Cluster is null || cluster.Name == scheduler.Cluster.Name);
        if (clusters.Select(context.HandleOf<ClusterHandle>).FirstOrDefault() is not { } cluster
            || context.Known(server.Store, $"the store of '{scheduler.Name}'", scheduler.KeySpan) is not { } store
            || (said.Identity is not null && WorkflowIdentity.ConfigOf(placed, context) is null)
            || new PodPlace(cluster, server.Namespace, said.Account ?? server.Account).Around(store, context) is not { } around)
        {
            return [];
        }

        return KubeflowPipeline.Files(placed, around.Of(placed), context, new TemplateMap(
            new("cron", said.Schedule is null ? null : Cron(said.Schedule.Text)),
            new("vertex", TemplateValue.Null),
            new("cluster", new TemplateMap(new("endpoint", server.Api), new("servers", new Uri(server.Api).Host.Split('.')[1]), new("catch_up", said.CatchUp))),
            new("place", TemplateValue.Null),
            new("account", said.Account ?? server.Account),

            // Its word for a run's name is not unique.
            new("run", "dsl.PIPELINE_JOB_ID_PLACEHOLDER")));
    }

    /// <summary>Six fields, the first of them seconds, and no second word for Sunday (robfig/cron 1.2.0, which the controller reads schedules with).</summary>
    private static string Cron(string schedule)
    {
        var fields = schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        fields[4] = string.Join(',', fields[4].Split(',').Select(Days));
        return $"0 {string.Join(' ', fields)}";
    }

    private static string Days(string part)
    {
        var (range, step) = part.Split('/') is [var before, var after] ? (before, int.Parse(after, CultureInfo.InvariantCulture)) : (part, 1);
        var (low, high) = range.Split('-') is [var first, var last] ? (first, last) : (range, range);
        if (high != "7")
        {
            return part;
        }

        var from = int.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : Array.IndexOf(Names, low.ToLowerInvariant());
        return string.Join(',', Enumerable.Range(from, 8 - from).Where(one => (one - from) % step == 0).Select(one => one % 7));
    }
}
