using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Storage;

/// <summary>Qdrant by its chart, with one key for those who may write and one for those who may only read, both made in the cluster.</summary>
internal static class Qdrant
{
    public static QdrantHandle Expand(VectorStore config, ComponentContext context)
    {
        var cluster = context.ClusterFor(config, config.Cluster);
        var space = context.Expansion.Foundations.Kubernetes.NamespaceOn(cluster);
        var own = space with { Scope = context.Scope };
        context.Scope.Use(cluster.Provider);
        var handle = new QdrantHandle(context.Name, space, []);
        var keys = new GeneratedSecret { Name = handle.Secret, LivesIn = own, RunsIn = own, Keys = new Dictionary<string, int> { [QdrantHandle.WriteKey] = 32, [QdrantHandle.ReadKey] = 32 } }.Add(context.Stack, [], []);
        var server = HelmInstall.Add(
            context.Scope, context.Stack, cluster, HelmCharts.Get("qdrant"), context.Name, context.Name, space.Name, Values(config, context, handle), context.HoldsData with { DependsOn = [keys] });
        return handle with { Ready = [server] };
    }

    /// <summary>
    /// In the chart's terms (qdrant/qdrant-helm: tag qdrant-1.19.0, charts/qdrant/values.yaml). The keys come by the environment: the
    /// chart's own 'apiKey' looks secrets up in the cluster, which whoever only renders the chart cannot.
    /// </summary>
    private static ValueMap Values(VectorStore config, ComponentContext context, QdrantHandle handle) => new()
    {
        ["fullnameOverride"] = context.Name,
        ["replicaCount"] = config.Replicas,
        ["image"] = new ValueMap { ["useUnprivilegedImage"] = true },
        ["env"] = Value.List(FromSecret("QDRANT__SERVICE__API_KEY", handle.Secret, QdrantHandle.WriteKey), FromSecret("QDRANT__SERVICE__READ_ONLY_API_KEY", handle.Secret, QdrantHandle.ReadKey)),
        ["config"] = new ValueMap { ["cluster"] = new ValueMap { ["enabled"] = config.Replicas > 1 } },
        ["persistence"] = new ValueMap { ["size"] = config.Size.ToString() },
        ["updateVolumeFsOwnership"] = false,
        ["resources"] = new ValueMap
        {
            ["requests"] = new ValueMap { ["cpu"] = context.IsProd ? "1" : "250m", ["memory"] = config.Memory.ToString() },
            ["limits"] = new ValueMap { ["memory"] = config.Memory.ToString() },
        },
        ["containerSecurityContext"] = new ValueMap { ["capabilities"] = new ValueMap { ["drop"] = Value.List("ALL") } },
        ["podSecurityContext"] = new ValueMap { ["seccompProfile"] = new ValueMap { ["type"] = "RuntimeDefault" } },
        ["podDisruptionBudget"] = new ValueMap { ["enabled"] = config.Replicas > 1 },
    };

    private static ValueMap FromSecret(string name, string secret, string key) => new()
    {
        ["name"] = name,
        ["valueFrom"] = new ValueMap { ["secretKeyRef"] = new ValueMap { ["name"] = secret, ["key"] = key } },
    };
}
