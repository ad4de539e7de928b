using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Storage;

namespace Strata.Platform.Schedulers;

/// <summary>The application that people fill in with their program and submit, for one pool.</summary>
internal static class SparkApplication
{
    /// <summary>Of the image in the catalog; an image of the team's own says its version itself.</summary>
    private const string Version = "4.1.2";

    /// <summary>What a JVM needs besides its heap, as a part of it: more for Python, whose processes live there.</summary>
    private const string MemoryOverhead = "0.4";

    /// <param name="store">Where results go.</param>
    /// <param name="history">Where finished applications are told of; null when nothing is kept.</param>
    public static Value For(SparkConfig config, ComponentContext context, PoolHandle pool, NamespaceHandle space, PodIdentity identity, ObjectStoreHandle store, ObjectStoreHandle? history)
    {
        var (cpu, memory) = JobPools.RoomOn(pool);
        var cores = Math.Max(1, cpu / 1000);
        return new ValueMap
        {
            ["apiVersion"] = "sparkoperator.k8s.io/v1beta2",
            ["kind"] = "SparkApplication",
            ["metadata"] = new ValueMap { ["generateName"] = $"{context.Name}-", ["namespace"] = space.Name },
            ["spec"] = new ValueMap
            {
                ["type"] = "Python",
                ["mode"] = "cluster",
                ["sparkVersion"] = Version,
                ["image"] = config.Image ?? ContainerImages.Get("spark").Reference,
                ["mainApplicationFile"] = "",
                ["memoryOverheadFactor"] = MemoryOverhead,
                ["timeToLiveSeconds"] = 7 * 24 * 60 * 60,
                ["restartPolicy"] = new ValueMap { ["type"] = "OnFailure", ["onFailureRetries"] = 2, ["onFailureRetryInterval"] = 60, ["onSubmissionFailureRetries"] = 3, ["onSubmissionFailureRetryInterval"] = 30 },
                ["sparkConf"] = SparkSettings.Of(store, history),
                ["dynamicAllocation"] = new ValueMap { ["enabled"] = true, ["initialExecutors"] = 1, ["minExecutors"] = 1, ["maxExecutors"] = pool.Config.Max, ["shuffleTrackingEnabled"] = true },
                ["driver"] = Pod(pool, identity, 1, 2048, gpus: 0),
                ["executor"] = Pod(pool, identity, cores, (int)(memory / 1.4), pool.AcceleratorsPerNode),
            },
        };
    }

    private static ValueMap Pod(PoolHandle pool, PodIdentity identity, int cores, int mebibytes, int gpus) => new()
    {
        ["cores"] = cores,
        ["memory"] = FormattableString.Invariant($"{mebibytes}m"),
        ["serviceAccount"] = identity.Account,
        ["nodeSelector"] = JobPools.SelectorOf(pool),
        ["tolerations"] = JobPools.TolerationsOf(pool),
        ["env"] = identity.Environment.Count == 0 ? null : Value.List(identity.Environment.Select(variable => variable.ToValue())),
        ["gpu"] = gpus == 0 || pool.AcceleratorResource is not { } resource ? null : (Value)new ValueMap { ["name"] = resource, ["quantity"] = gpus },
    };
}
