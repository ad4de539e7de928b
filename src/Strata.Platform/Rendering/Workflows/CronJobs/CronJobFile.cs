using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>A workflow of one step as a CronJob.</summary>
internal static class CronJobFile
{
    public static IEnumerable<RenderedFile> Render(PlacedWorkflow placed, RenderContext context)
    {
        var workflow = placed.Workflow;
        if (context.HandleOf<CronjobHandle>(placed.Scheduler.Config) is not { } scheduler)
        {
            yield break;
        }

        if (workflow.Config.Schedule is not { } schedule)
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                workflow.Config.KeySpan, workflow.Name, "no schedule", placed.Scheduler.Word, "A CronJob starts by time only.", "Add 'schedule:', or use a scheduler that starts workflows by hand."));
            yield break;
        }

        var step = workflow.Steps[0];
        if (step.Config.IsSet(nameof(step.Config.Backoff)))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
                step.Config.SpanOf(nameof(step.Config.Backoff)), workflow.Name, "a back-off of its own", placed.Scheduler.Word, "Kubernetes waits ten seconds before the first new try and doubles that.", "Remove 'backoff'."));
        }

        var spec = new ValueMap
        {
            ["schedule"] = schedule.Text,
            ["timeZone"] = workflow.Config.TimeZone.Text == "UTC" ? "Etc/UTC" : workflow.Config.TimeZone.Text,
        };
        foreach (var property in scheduler.Spec)
        {
            spec[property.Name] = property.Value;
        }

        if (workflow.Config.IsSet(nameof(workflow.Config.Concurrency)))
        {
            spec["concurrencyPolicy"] = workflow.Config.Concurrency.ToString();
        }

        spec["jobTemplate"] = new ValueMap
        {
            ["spec"] = new ValueMap
            {
                ["backoffLimit"] = step.Config.Retries,

                // For the whole run, with all its tries.
                ["activeDeadlineSeconds"] = workflow.Config.Timeout.Seconds,
                ["template"] = new ValueMap { ["spec"] = Pod(placed, step, scheduler, context) },
            },
        };
        yield return new RenderedFile($"workflows/{workflow.Name}.yaml", YamlText.Of(new ValueMap
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "CronJob",
            ["metadata"] = new ValueMap { ["name"] = workflow.Name, ["namespace"] = scheduler.Namespace.Name },
            ["spec"] = spec,
        }), "workflows/cronjob");
    }

    private static ValueMap Pod(PlacedWorkflow placed, WorkflowStep step, CronjobHandle scheduler, RenderContext context)
    {
        var place = placed.PlaceOf(step);
        var pool = place.Pool is { } config ? context.HandleOf<PoolHandle>(config) : null;
        var selector = new ValueMap();
        foreach (var (label, value) in pool?.NodeSelector ?? [])
        {
            selector[label] = value;
        }

        var limits = new ValueMap { ["memory"] = step.Config.Resources.Memory.ToString() };
        if (place.Gpus > 0 && pool?.AcceleratorResource is { } resource)
        {
            limits[resource] = place.Gpus.ToString(CultureInfo.InvariantCulture);
        }

        return new()
        {
            ["serviceAccountName"] = placed.Workflow.Config.Identity?.Name ?? scheduler.Identity.Account,
            ["restartPolicy"] = "Never",

            // Of one try.
            ["activeDeadlineSeconds"] = step.Config.Timeout is { } timeout ? (Value)timeout.Seconds : null,
            ["nodeSelector"] = selector.Any() ? (Value)selector : null,
            ["tolerations"] = pool is { Tolerations.Count: > 0 } ? Value.List(pool.Tolerations.Select(toleration => (Value)toleration)) : null,
            ["containers"] = Value.List(new ValueMap
            {
                ["name"] = step.Name,
                ["image"] = context.ReferenceTo(context.Stack.Config.Images[step.Config.Image.Name]),

                // Kubernetes fills in $(NAME).
                ["command"] = Value.List(step.Command.Select(word => (Value)word.Write(Literal, Reference))),
                ["env"] = Value.List(
                [
                    new ValueMap { ["name"] = "STRATA_RUN", ["valueFrom"] = new ValueMap { ["fieldRef"] = new ValueMap { ["fieldPath"] = "metadata.labels['batch.kubernetes.io/job-name']" } } },
                    .. Surroundings(placed, scheduler, context).Select(variable => variable.ToValue()),
                    .. step.Environment.Select(variable => (Value)new ValueMap { ["name"] = variable.Key, ["value"] = variable.Value.Write(Literal, Reference) }),
                    .. step.Config.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => (Value)new ValueMap
                    {
                        ["name"] = secret.Key,
                        ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = WorkflowSecrets.NameOf(secret.Value.Name), ["key"] = WorkflowSecrets.Key } },
                    }),
                ]),
                ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["cpu"] = step.Config.Resources.Cpu.ToString(), ["memory"] = step.Config.Resources.Memory.ToString() }, ["limits"] = limits },
            }),
        };
    }

    /// <summary>What whoever the pod runs as needs to reach storage.</summary>
    private static IReadOnlyList<EnvVarArgs> Surroundings(PlacedWorkflow placed, CronjobHandle scheduler, RenderContext context)
    {
        if (placed.Workflow.Config.Identity is null)
        {
            return scheduler.Identity.Environment;
        }

        return placed.Scheduler.Cloud == Cloud.Kubernetes && WorkflowIdentity.HandleOf<KubernetesIdentityHandle>(placed, context) is { } identity
            ? identity.Access[scheduler.Cluster.Config.Name].Environment
            : [];
    }

    private static string Literal(string text) => text.Replace("$(", "$$(", StringComparison.Ordinal);

    /// <summary>Of all references a single step can only have the run's.</summary>
    private static string Reference(TextPart part) => "$(STRATA_RUN)";
}
