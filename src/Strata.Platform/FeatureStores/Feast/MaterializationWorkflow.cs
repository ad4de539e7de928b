using Strata.Diagnostics;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Images;
using Strata.Platform.Naming;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Units;
using Strata.Platform.Workflows;

namespace Strata.Platform.FeatureStores;

/// <summary>The workflow that brings a store's newest features online, on a scheduler of the stack.</summary>
internal static class MaterializationWorkflow
{
    /// <summary>Engines whose steps are pods that may be told which service account they run as.</summary>
    private static readonly WorkflowEngine[] Engines = [WorkflowEngine.Airflow, WorkflowEngine.Argo, WorkflowEngine.Prefect, WorkflowEngine.Dagster, WorkflowEngine.Kubeflow];

    /// <summary>The shortest freshness of a view that is served; null where there is nothing to bring.</summary>
    public static Duration? FreshnessOf(FeastConfig config) => config.Views.Values.Where(view => view.Online).Select(view => view.Freshness).Min();

    /// <summary>The CronJob that jobs are made from.</summary>
    public static string JobOf(FeastConfig config) => KubernetesNames.CronJob.Make($"{config.Name}-materialize");

    /// <summary>Null where the CronJob starts by itself, and after a problem, which is among the diagnostics.</summary>
    public static WorkflowConfig? Of(FeastConfig config, StackModel stack, DiagnosticBag diagnostics)
    {
        if (FreshnessOf(config) is not { } freshness || SchedulerOf(config, freshness, stack, diagnostics) is not { } scheduler)
        {
            return null;
        }

        var workflow = Workflow(config, freshness, scheduler.Config.Name);
        if (stack.Config.Workflows.TryGetValue(workflow.Name, out var other))
        {
            diagnostics.Add(FeatureStoreErrors.WorkflowNameTaken(other.KeySpan, other.Name, config.Name));
            return null;
        }

        return workflow;
    }

    private static WorkflowScheduler? SchedulerOf(FeastConfig config, Duration freshness, StackModel stack, DiagnosticBag diagnostics)
    {
        if (config.Scheduler is { } named)
        {
            var scheduler = WorkflowScheduler.Of(Workflow(config, freshness, named.Name), stack, diagnostics);
            if (scheduler is not null && WhyNot(scheduler, config, stack) is { } reason)
            {
                diagnostics.Add(FeatureStoreErrors.CannotMaterialize(named.Span, named.Name, config.Name, reason, [.. Engines.Select(engine => PropertyNames.OfChoice(engine.ToString())).Order(StringComparer.Ordinal)]));
                return null;
            }

            // A CronJob is what there is without a scheduler.
            return scheduler is { Engine: WorkflowEngine.Cronjob } ? null : scheduler;
        }

        return stack.Components.OfType<SchedulerConfig>()
            .Select(one => WorkflowScheduler.Of(Workflow(config, freshness, one.Name), stack, new DiagnosticBag()))
            .Where(one => one is not null && one.Engine != WorkflowEngine.Cronjob && WhyNot(one, config, stack) is null)
            .ToList() is [var only] ? only : null;
    }

    /// <summary>A full sentence; null for a scheduler that can.</summary>
    private static string? WhyNot(WorkflowScheduler scheduler, FeastConfig config, StackModel stack)
    {
        var cloud = stack.CloudOf(config);
        return scheduler switch
        {
            _ when scheduler.Cloud != cloud => $"It is on {scheduler.Cloud.Title()}, and the feature server on {cloud.Title()}.",
            { Place: not StepPlace.Pods } => "Its steps do not run in the cluster that the feature server is in.",
            { Engine: WorkflowEngine.Cronjob } => null,
            { Engine: var engine } when !Engines.Contains(engine) => "Its files cannot say which account of the cluster a step runs as.",
            _ when ClusterOf(scheduler.Config as IClusterGuest, cloud, stack) is var other && other != ClusterOf(config, cloud, stack) => $"It is on the cluster '{other}', and the feature server is not.",
            _ => null,
        };
    }

    private static string? ClusterOf(IClusterGuest? guest, Cloud cloud, StackModel stack) => guest?.Cluster?.Name ?? (ClusterChoice.On(stack, cloud).ToList() is [var only] ? only.Name : null);

    private static WorkflowConfig Workflow(FeastConfig config, Duration freshness, string scheduler)
    {
        var (name, at) = ($"{config.Name}-materialize", config.KeySpan!.Value);
        return new()
        {
            Name = name,
            Mapping = config.Mapping,
            KeySpan = config.KeySpan,
            Description = $"Brings the newest features of {config.Name} online.",
            Scheduler = new(scheduler, config.Scheduler?.Span ?? at),
            Schedule = new(FreshnessCron.Of(freshness)),
            Component = new(ContainerImages.Get("feast-feature-server").Reference, name),
            Steps = new Dictionary<string, StepConfig>
            {
                ["materialize"] = new()
                {
                    KeySpan = config.KeySpan,
                    Image = new Ref<ImageConfig>("feast-feature-server", at),
                    Command = ["python3", "-c", JobStarter, JobOf(config)],
                    Resources = new() { Cpu = new(100), Memory = new(256L << 20) },
                },
            },
        };
    }

    /// <summary>
    /// Does what <c>kubectl create job --from=cronjob/NAME</c> does, with no more than Python and the pod's own account, and waits for the end:
    /// the job has the settings and rights that the feature server has, and the scheduler has neither.
    /// </summary>
    private const string JobStarter = """
        import json
        import ssl
        import sys
        import time
        import urllib.request

        MINE = "/var/run/secrets/kubernetes.io/serviceaccount/"


        def read(name):
            with open(MINE + name, encoding="utf-8") as file:
                return file.read()


        def ask(path, body=None):
            address = "https://kubernetes.default.svc/apis/batch/v1/namespaces/" + read("namespace") + "/" + path
            headers = dict([("Authorization", "Bearer " + read("token")), ("Content-Type", "application/json")])
            request = urllib.request.Request(address, json.dumps(body).encode() if body else None, headers)
            with urllib.request.urlopen(request, timeout=60, context=ssl.create_default_context(cafile=MINE + "ca.crt")) as answer:
                return json.load(answer)


        cron = ask("cronjobs/" + sys.argv[1])
        owner = dict(apiVersion="batch/v1", kind="CronJob", name=sys.argv[1], uid=cron["metadata"]["uid"], controller=True)
        made = dict(generateName=sys.argv[1] + "-", ownerReferences=[owner])
        job = ask("jobs", dict(apiVersion="batch/v1", kind="Job", metadata=made, spec=cron["spec"]["jobTemplate"]["spec"]))
        print("Started", job["metadata"]["name"], flush=True)
        while True:
            time.sleep(5)
            try:
                found = ask("jobs/" + job["metadata"]["name"]).get("status", dict()).get("conditions", [])
            except urllib.error.HTTPError as problem:
                if problem.code < 500:
                    raise
                continue
            except OSError as problem:
                print("Asked again:", problem, flush=True)
                continue
            for one in found:
                if one["status"] == "True" and one["type"] == "Complete":
                    sys.exit()
                if one["status"] == "True" and one["type"] == "Failed":
                    sys.exit("The job failed: " + one.get("message", ""))
        """;
}
