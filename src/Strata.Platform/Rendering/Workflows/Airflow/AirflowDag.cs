using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A workflow as a DAG of Airflow 3, or 2 where the scheduler is: every step a pod. What steps give out goes through XCom, what they hand on through the store.</summary>
internal static class AirflowDag
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var (workflow, config) = (placed.Workflow, (AirflowConfig)placed.Scheduler.Config);
        if (context.HandleOf<AirflowHandle>(config) is not { } scheduler)
        {
            yield break;
        }

        if (placed.Scheduler.Place != StepPlace.Pods)
        {
            context.Diagnostics.Add(PythonRenderErrors.NotThere(
                workflow.Config.KeySpan, workflow.Name, config.Name, "A job of AWS Batch gives nothing back to Airflow, and the stack has no cluster for pods, which do.", "Add a cluster under 'compute:', or use 'engine: step-functions', which runs the same steps in queues."));
            yield break;
        }

        if (PodSteps.Of(placed, config.Cluster, scheduler.Store, context) is not { } pods || Where(placed, pods.Place, context) is not { } where)
        {
            yield break;
        }

        var model = new TemplateMap(
        [
            .. WorkflowModel.Of(placed, context),
            new("major", config.Version),
            new("event", config.Version == 2 ? "Dataset" : "Asset"),
            new("store", pods.Store),
            new("pods", Pods(pods.Place, placed)),
            new("pod_name", Pods(pods.Place, placed) == "eks" ? "pod_name" : "name"),
            new("where", where),
            new("webhook", PodSteps.Webhook(placed)),
            new("steps", TemplateValue.List(pods.Steps)),
        ]);
        if (context.File($"dags/{workflow.Name}.py", "workflows/airflow/dag.py.sbn", model) is { } dag
            && StepProgram.In("dags", context) is { } runner)
        {
            yield return dag;
            yield return runner;
        }
    }

    /// <summary>The team's own Airflow is in the cluster; the clouds' reach it from outside.</summary>
    private static string Pods(PodPlace place, PlacedWorkflow placed) => !placed.Scheduler.Managed ? "own" : place.Cluster is GkeClusterHandle ? "gke" : "eks";

    /// <summary>The arguments of every pod; null after a problem.</summary>
    private static TemplateMap? Where(PlacedWorkflow placed, PodPlace place, RenderContext context)
    {
        List<KeyValuePair<string, TemplateValue>> where = [new("namespace", place.Namespace), new("service_account_name", place.Account)];
        switch (Pods(place, placed))
        {
            case "own":
                where.Add(new("in_cluster", true));
                return new TemplateMap(where);
            case "gke" when place.Cluster is GkeClusterHandle gke:
                (string Name, Graph.Input<string> Value)[] known = [("project_id", gke.Project), ("location", gke.Location), ("cluster_name", gke.Name)];
                foreach (var (name, value) in known)
                {
                    if (context.Known(value, "the cluster of its steps", placed.Workflow.Config.KeySpan) is not { } text)
                    {
                        return null;
                    }

                    where.Add(new(name, text));
                }

                where.Add(new("use_internal_ip", true));
                return new TemplateMap(where);
            default:
                if (place.Cluster is not EksClusterHandle eks || context.Known(eks.Name, "the cluster of its steps", placed.Workflow.Config.KeySpan) is not { } cluster)
                {
                    return null;
                }

                where.Add(new("cluster_name", cluster));
                where.Add(new("region", context.Stack.Providers.AwsRegion));
                return new TemplateMap(where);
        }
    }
}
