using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Schedulers;

/// <summary>Problems of the engines that spread jobs over machines: Ray, Spark, Slurm.</summary>
public static class JobEngineErrors
{
    public static Diagnostic NeedsPools(SourceSpan? at, string name, string cluster) => Diagnostic.Error("STR850", at,
        $"'{name}' runs on the stack's own pools on '{cluster}', and there are none that it can use. Add one under 'strata:compute': {{ kind: pool, machine: {{ cpu: 8, memory: 32Gi }}, max: 4 }}.");

    /// <param name="reason">The middle of a sentence: "it waits in the cloud's queue".</param>
    public static Diagnostic CannotUsePool(SourceSpan? at, string name, string pool, string reason) => Diagnostic.Error("STR851", at,
        $"'{name}' cannot use the pool '{pool}': {reason}. Name another pool, or leave 'pools' out to use all that fit.");

    public static Diagnostic NeedsQueueing(SourceSpan? at, string name, string cluster) => Diagnostic.Error("STR852", at,
        $"'{name}' is to wait in the team's queue, and the cluster '{cluster}' has no queueing. Remove 'queued', or let the cluster's owner set 'queueing: true'.");

    /// <param name="most">Worker groups that Kueue takes.</param>
    public static Diagnostic TooManyGroups(SourceSpan? at, string name, int groups, int most) => Diagnostic.Error("STR853", at,
        $"'{name}' is to wait in the team's queue with {groups} kinds of workers, and the queue takes {most} at most. Name the pools it needs with 'pools'.");

    /// <param name="reason">A full sentence without its end.</param>
    /// <param name="hint">A full sentence without its end.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string name, string option, string reason, string hint) => Diagnostic.Error("STR854", at,
        $"'{option}' means nothing for '{name}': {reason}. {hint}.");

    public static Diagnostic NoHistory(SourceSpan? at, string name) => Diagnostic.Error("STR855", at,
        $"'{name}' has a host name for its history server, and no 'image': Spark's own image cannot read the storage that the history is in. Set 'image' to one with the connector for it (hadoop-aws for S3 and MinIO, gcs-connector for Cloud Storage), or remove 'host'.");

    public static Diagnostic MinAboveMax(SourceSpan? at, string name, string what, int min, int max) => Diagnostic.Error("STR856", at,
        $"'{name}' is to have at least {min} machines in '{what}', which has {max} at most. Lower 'min', or raise the other.");
}
