using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Foundation;
using Strata.Platform.Schedulers;
using Strata.Platform.Storage;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What starts a workflow besides its schedule, and who hears that it failed.</summary>
internal static class ArgoTriggers
{
    /// <summary>The parameter that has the key of the object that started the workflow.</summary>
    public const string Object = "object";

    /// <summary>The template that runs when a run ends.</summary>
    public const string ExitHandler = "tell";

    private const string Version = "argoproj.io/v1alpha1";

    public static IEnumerable<ValueMap> Of(PlacedWorkflow placed, ArgoHandle scheduler, RenderContext context)
    {
        var config = placed.Workflow.Config;
        if (config.On?.After is { } after)
        {
            context.Diagnostics.Add(StackRenderErrors.NotRendered(after.Span, config.Name, EngineCapabilities.NameOf(WorkflowFeature.After), "argo", "Make one workflow of the two, or give this one a schedule."));
        }

        if (config.Notify is { } notify && notify.OnFailure.Count + notify.OnSuccess.Count > 0)
        {
            context.Diagnostics.Add(StackRenderErrors.NotRendered(
                config.SpanOf(nameof(config.Notify)), config.Name, "mail", "argo", "Argo sends none: say 'webhook: { secret: name }' with an address that takes a line of text."));
        }

        return config.On?.NewObject is { } trigger ? NewObject(config, trigger, scheduler, context) : [];
    }

    private static IEnumerable<ValueMap> NewObject(WorkflowConfig config, NewObject trigger, ArgoHandle scheduler, RenderContext context)
    {
        var store = context.Stack.Config.Storage.Values.OfType<ObjectStore>().FirstOrDefault(one => one.Name == trigger.Store.Name);
        if (store is null || scheduler.EventBus is null || context.HandleOf<ObjectStoreHandle>(store) is not KubernetesObjectStoreHandle minio)
        {
            context.Diagnostics.Add(StackRenderErrors.NotRendered(
                trigger.Store.Span, config.Name, EngineCapabilities.NameOf(WorkflowFeature.NewObject), "argo",
                scheduler.EventBus is null ? "The scheduler has no event bus: remove 'events: false'." : "It is for object stores on the cluster itself; use a scheduler of the store's cloud, or give the workflow a schedule."));
            return [];
        }

        var name = $"{config.Name}-objects";
        return
        [
            new()
            {
                ["apiVersion"] = Version,
                ["kind"] = "EventSource",
                ["metadata"] = new ValueMap { ["name"] = name, ["namespace"] = scheduler.Namespace },
                ["spec"] = new ValueMap
                {
                    ["eventBusName"] = scheduler.EventBus,
                    ["minio"] = new ValueMap
                    {
                        ["created"] = new ValueMap
                        {
                            ["bucket"] = new ValueMap { ["name"] = minio.Name },
                            ["endpoint"] = minio.Server.Endpoint["http://".Length..],
                            ["insecure"] = true,
                            ["events"] = Value.List("s3:ObjectCreated:*"),
                            ["filter"] = new ValueMap { ["prefix"] = trigger.Prefix, ["suffix"] = trigger.Suffix },
                            ["accessKey"] = Key(scheduler, MinioUser.AccessKey),
                            ["secretKey"] = Key(scheduler, MinioUser.SecretKey),
                        },
                    },
                },
            },
            new()
            {
                ["apiVersion"] = Version,
                ["kind"] = "Sensor",
                ["metadata"] = new ValueMap { ["name"] = name, ["namespace"] = scheduler.Namespace },
                ["spec"] = new ValueMap
                {
                    ["eventBusName"] = scheduler.EventBus,
                    ["template"] = new ValueMap { ["serviceAccountName"] = scheduler.Account },
                    ["dependencies"] = Value.List(new ValueMap { ["name"] = "created", ["eventSourceName"] = name, ["eventName"] = "created" }),
                    ["triggers"] = Value.List(new ValueMap { ["template"] = new ValueMap { ["name"] = "start", ["argoWorkflow"] = Start(config, scheduler) } }),
                },
            },
        ];
    }

    private static ValueMap Start(WorkflowConfig config, ArgoHandle scheduler) => new()
    {
        ["operation"] = "submit",
        ["source"] = new ValueMap
        {
            ["resource"] = new ValueMap
            {
                ["apiVersion"] = Version,
                ["kind"] = "Workflow",
                ["metadata"] = new ValueMap { ["generateName"] = $"{config.Name}-", ["namespace"] = scheduler.Namespace },
                ["spec"] = new ValueMap
                {
                    ["workflowTemplateRef"] = new ValueMap { ["name"] = config.Name },
                    ["arguments"] = new ValueMap { ["parameters"] = Value.List(new ValueMap { ["name"] = Object, ["value"] = "" }) },
                },
            },
        },
        ["parameters"] = Value.List(new ValueMap
        {
            ["src"] = new ValueMap { ["dependencyName"] = "created", ["dataKey"] = "notification.0.s3.object.key" },
            ["dest"] = "spec.arguments.parameters.0.value",
        }),
    };

    /// <summary>A line of text for the webhook when a run did not go well.</summary>
    public static IEnumerable<Value> Handlers(Workflow workflow)
    {
        if (workflow.Config.Notify?.Webhook is not { } webhook)
        {
            yield break;
        }

        yield return new ValueMap
        {
            ["name"] = ExitHandler,
            ["container"] = new ValueMap
            {
                ["image"] = ContainerImages.Get("alpine").Reference,
                ["command"] = Value.List(
                    "/bin/sh", "-ec",
                    "[ \"$STATUS\" = Succeeded ] || wget -q -O /dev/null --header 'Content-Type: application/json' --post-data \"{\\\"text\\\": \\\"$WORKFLOW: $STATUS\\\"}\" \"$WEBHOOK\""),
                ["env"] = Value.List(
                    new ValueMap { ["name"] = "STATUS", ["value"] = "{{workflow.status}}" },
                    new ValueMap { ["name"] = "WORKFLOW", ["value"] = "{{workflow.name}}" },
                    new ValueMap { ["name"] = "WEBHOOK", ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = WorkflowSecrets.NameOf(webhook.Name), ["key"] = WorkflowSecrets.Key } } }),
            },
        };
    }

    private static ValueMap Key(ArgoHandle scheduler, string key) => new() { ["name"] = MinioUser.SecretOf(scheduler.Account), ["key"] = key };
}
