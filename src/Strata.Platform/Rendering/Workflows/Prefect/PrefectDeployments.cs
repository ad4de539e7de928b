using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Compute;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What <c>prefect deploy --all</c> reads: a deployment of each flow, which fetches its code from the stack's store.</summary>
internal static class PrefectDeployments
{
    // Prefect documentation, release notes of the integrations, read 2026-11-26.
    private const string ForS3 = "prefect-aws==0.7.9";
    private const string ForGcs = "prefect-gcp==0.6.16";

    /// <summary>Prefect and what starts Jobs; the worker's chart runs the same image.</summary>
    private static string Image => $"docker.io/prefecthq/prefect:{HelmCharts.Get("prefect-worker").AppVersion}-python3.11-kubernetes";

    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static RenderedFile? Of(PrefectConfig config, PrefectHandle server, StepSurroundings around, RenderContext context)
    {
        if (PoolOf(server, context) is not { } pool)
        {
            context.Diagnostics.Add(PythonRenderErrors.NotThere(config.KeySpan, config.Name, config.Name, "Its cluster has no pool, and so no work pool that flows could run in.", "Add one under 'compute:' with 'kind: pool'."));
            return null;
        }

        return new RenderedFile($"{PrefectFlow.FolderOf(config)}/prefect.yaml", YamlText.Of(new ValueMap
        {
            ["name"] = context.Stack.Name,
            ["prefect-version"] = HelmCharts.Get("prefect-server").AppVersion,
            ["deployments"] = Value.List(context.Expanded.Workflows.Where(placed => placed.Scheduler.Config == config).Select(placed => (Value)Deployment(placed.Workflow, pool, around, context))),
        }), "workflows/prefect");
    }

    private static ValueMap Deployment(Workflow workflow, string pool, StepSurroundings around, RenderContext context)
    {
        var config = workflow.Config;
        var name = WorkflowModel.Variable(workflow.Name);
        var environment = new ValueMap();
        foreach (var (variable, value) in around.Environment)
        {
            environment[variable] = value;
        }

        return new()
        {
            ["name"] = context.Stack.Name,
            ["description"] = config.Description is null ? null : (Value)config.Description,
            ["tags"] = Value.List("strata", context.Stack.Config.Team),
            ["entrypoint"] = $"{name}.py:{name}_flow",
            ["schedules"] = config.Schedule is null ? null : Value.List(new ValueMap { ["cron"] = config.Schedule.Text, ["timezone"] = config.TimeZone.Text, ["active"] = true }),
            ["triggers"] = config.On?.After is { } after ? Value.List(After(after.Name)) : null,
            ["concurrency_limit"] = config.Concurrency == ConcurrencyPolicy.Forbid ? (Value)new ValueMap { ["limit"] = 1, ["collision_strategy"] = "ENQUEUE" } : null,
            ["push"] = Value.List(Step("push_to", around)),
            ["pull"] = Value.List(Step("pull_from", around)),
            ["work_pool"] = new ValueMap
            {
                ["name"] = pool,

                // Of the flow, which only waits: its steps ask for what they need themselves.
                ["job_variables"] = new ValueMap { ["image"] = Image, ["cpu"] = "250m", ["memory"] = "1Gi", ["accelerators"] = 0, ["env"] = environment },
            },
        };
    }

    /// <summary>The end of another flow that went well (Prefect documentation, "Chain deployments with events").</summary>
    private static ValueMap After(string workflow) => new()
    {
        ["type"] = "event",
        ["enabled"] = true,
        ["match"] = new ValueMap { ["prefect.resource.id"] = "prefect.flow-run.*" },
        ["match_related"] = new ValueMap { ["prefect.resource.role"] = "flow", ["prefect.resource.name"] = workflow },
        ["expect"] = Value.List("prefect.flow-run.Completed"),
    };

    private static ValueMap Step(string what, StepSurroundings around)
    {
        var store = new Uri(around.Store);
        var (module, kind, package) = store.Scheme == "gs" ? ("prefect_gcp", "gcs", ForGcs) : ("prefect_aws", "s3", ForS3);
        return new()
        {
            [$"{module}.deployments.steps.{what}_{kind}"] = new ValueMap { ["requires"] = package, ["bucket"] = store.Host, ["folder"] = $"{store.AbsolutePath.Trim('/')}/flows".TrimStart('/') },
        };
    }

    /// <summary>A pool without accelerators, where there is one.</summary>
    private static string? PoolOf(PrefectHandle server, RenderContext context) => server.WorkPools
        .OrderBy(name => context.Stack.Components.OfType<Pool>().FirstOrDefault(pool => pool.Name == name) is { } pool ? context.HandleOf<PoolHandle>(pool)?.AcceleratorsPerNode ?? 0 : 0)
        .ThenBy(name => name, StringComparer.Ordinal)
        .FirstOrDefault();
}
