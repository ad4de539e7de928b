using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>A worker that starts runs on one pool: its job template has the pool's labels and tolerations, so that they cannot disagree.</summary>
internal static class PrefectWorker
{
    /// <summary>In the chart's terms (PrefectHQ/prefect-helm: charts/prefect-worker/values.yaml and values.schema.json of 2026-08-18).</summary>
    public static ValueMap Values(ComponentContext context, PoolHandle pool, NamespaceHandle team, PodIdentity identity, string url, ObjectStoreHandle store) => new()
    {
        ["fullnameOverride"] = $"{context.Name}-{pool.Config.Name}",
        ["namespaceOverride"] = team.Name,
        ["worker"] = new ValueMap
        {
            ["apiConfig"] = "selfHostedServer",
            ["selfHostedServerApiConfig"] = new ValueMap { ["apiUrl"] = url },
            ["config"] = new ValueMap
            {
                ["workPool"] = pool.Config.Name,
                ["type"] = "kubernetes",
                ["baseJobTemplate"] = new ValueMap { ["configuration"] = Output.Json(Template(context, pool, team, identity, store)).Value },
            },
            ["resources"] = new ValueMap { ["requests"] = new ValueMap { ["cpu"] = "50m", ["memory"] = "256Mi" }, ["limits"] = new ValueMap { ["memory"] = "512Mi" } },
        },
        ["serviceAccount"] = new ValueMap { ["create"] = false, ["name"] = identity.Account },
        ["role"] = new ValueMap { ["create"] = true },
        ["rolebinding"] = new ValueMap { ["create"] = true },
    };

    /// <summary>Prefect fills the doubled braces from the variables below (Prefect documentation, "Kubernetes worker").</summary>
    private static ValueMap Template(ComponentContext context, PoolHandle pool, NamespaceHandle team, PodIdentity identity, ObjectStoreHandle store)
    {
        var selector = new ValueMap();
        foreach (var (label, value) in pool.NodeSelector)
        {
            selector[label] = value;
        }

        var requests = new ValueMap { ["cpu"] = "{{ cpu }}", ["memory"] = "{{ memory }}" };
        var limits = new ValueMap { ["memory"] = "{{ memory }}" };
        if (pool.AcceleratorResource is { } resource)
        {
            limits[resource] = "{{ accelerators }}";
        }

        return new()
        {
            ["job_configuration"] = new ValueMap
            {
                ["command"] = "{{ command }}",
                ["env"] = "{{ env }}",
                ["labels"] = "{{ labels }}",
                ["name"] = "{{ name }}",
                ["namespace"] = "{{ namespace }}",
                ["job_watch_timeout_seconds"] = "{{ job_watch_timeout_seconds }}",
                ["pod_watch_timeout_seconds"] = "{{ pod_watch_timeout_seconds }}",
                ["job_manifest"] = new ValueMap
                {
                    ["apiVersion"] = "batch/v1",
                    ["kind"] = "Job",
                    ["metadata"] = new ValueMap { ["labels"] = "{{ labels }}", ["namespace"] = "{{ namespace }}", ["generateName"] = "{{ name }}-" },
                    ["spec"] = new ValueMap
                    {
                        ["backoffLimit"] = 0,
                        ["ttlSecondsAfterFinished"] = 86_400,
                        ["template"] = new ValueMap
                        {
                            ["spec"] = new ValueMap
                            {
                                ["restartPolicy"] = "Never",
                                ["serviceAccountName"] = identity.Account,
                                ["nodeSelector"] = selector,
                                ["tolerations"] = Value.List(pool.Tolerations.Select(toleration => (Value)toleration)),
                                ["containers"] = Value.List(new ValueMap
                                {
                                    ["name"] = "prefect-job",
                                    ["image"] = "{{ image }}",
                                    ["args"] = "{{ command }}",
                                    ["env"] = "{{ env }}",
                                    ["envFrom"] = store is KubernetesObjectStoreHandle ? Value.List(new ValueMap { ["secretRef"] = new ValueMap { ["name"] = MinioUser.SecretOf(context.Name) } }) : Value.List(),
                                    ["resources"] = new ValueMap { ["requests"] = requests, ["limits"] = limits },
                                }),
                            },
                        },
                    },
                },
            },
            ["variables"] = new ValueMap
            {
                ["type"] = "object",
                ["properties"] = new ValueMap
                {
                    ["command"] = new ValueMap { ["type"] = "string" },
                    ["env"] = new ValueMap { ["type"] = "object", ["additionalProperties"] = new ValueMap { ["type"] = "string" } },
                    ["labels"] = new ValueMap { ["type"] = "object", ["additionalProperties"] = new ValueMap { ["type"] = "string" } },
                    ["name"] = new ValueMap { ["type"] = "string" },
                    ["image"] = new ValueMap { ["type"] = "string" },
                    ["namespace"] = Default("string", team.Name),
                    ["cpu"] = Default("string", "1"),
                    ["memory"] = Default("string", "2Gi"),
                    ["accelerators"] = Default("integer", pool.AcceleratorResource is null ? 0 : 1),
                    ["job_watch_timeout_seconds"] = new ValueMap { ["type"] = "integer" },
                    ["pod_watch_timeout_seconds"] = Default("integer", 900),
                },
            },
        };
    }

    private static ValueMap Default(string type, Value value) => new() { ["type"] = type, ["default"] = value };
}
