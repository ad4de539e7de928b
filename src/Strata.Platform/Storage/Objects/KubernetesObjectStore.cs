using System.Globalization;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>An object store as a bucket of the stack's own MinIO.</summary>
internal static class KubernetesObjectStore
{
    /// <summary>Each command may run again and again. A lifecycle is replaced as a whole.</summary>
    private const string Script =
        """
        mc mb --ignore-existing "store/$BUCKET"
        mc version "$VERSIONING" "store/$BUCKET"
        mc anonymous set private "store/$BUCKET"
        mc quota set "store/$BUCKET" --size "$SIZE"
        printf '%s' "$LIFECYCLE" | mc ilm rule import "store/$BUCKET"
        """;

    public static KubernetesObjectStoreHandle Expand(ObjectStore config, ComponentContext context)
    {
        Check(config, context);
        var cluster = context.ClusterFor(config, config.Cluster);
        var server = context.Expansion.Foundations.Kubernetes.MinioOn(cluster);
        var bucket = context.Named(KubernetesNames.Label);
        context.Scope.Use(cluster.Provider);
        var made = server.Run(context.Scope, $"{context.Name}-bucket", Script,
        [
            KubernetesJob.Variable("BUCKET", bucket),
            KubernetesJob.Variable("VERSIONING", config.Versioning ? "enable" : "suspend"),
            KubernetesJob.Variable("SIZE", string.Create(CultureInfo.InvariantCulture, $"{config.Size.WholeGibibytes}GiB")),
            KubernetesJob.Variable("LIFECYCLE", Lifecycle(config)),
        ]);
        return new KubernetesObjectStoreHandle(bucket, server, made);
    }

    private static Input<string> Lifecycle(ObjectStore config)
    {
        List<Value> rules = [Rule("expire-temporary", "tmp/", "Expiration", "Days", config.ExpireTemporaryDays)];
        if (config.Versioning)
        {
            rules.Add(Rule("expire-old-versions", "", "NoncurrentVersionExpiration", "NoncurrentDays", config.KeepOldVersionsDays));
        }

        if (config.ExpireAfterDays is { } days)
        {
            rules.Add(Rule("expire", "", "Expiration", "Days", days));
        }

        return Output.Json(new ValueMap { ["Rules"] = Value.List(rules) });
    }

    private static ValueMap Rule(string id, string prefix, string action, string unit, int days) => new()
    {
        ["ID"] = id,
        ["Status"] = "Enabled",
        ["Filter"] = new ValueMap { ["Prefix"] = prefix },
        [action] = new ValueMap { [unit] = days },
    };

    private static void Check(ObjectStore config, ComponentContext context)
    {
        if (config.Existing is not null)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.CannotBeHad(
                config.SpanOf(nameof(config.Existing)), "existing", config.Name, "Buckets are on a server that the stack runs itself, and it has none but the stack's own.",
                "Remove 'existing', or use a bucket of a cloud with 'cloud: aws' or 'cloud: gcp'."));
            throw new ExpansionStoppedException();
        }

        if (config.Events)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.CannotBeHad(
                config.SpanOf(nameof(config.Events)), "events", config.Name, "There is no event bus in the cluster to tell of new objects.", "Remove 'events' and start workflows by schedule."));
        }

        if (config.TierAfterDays is not null)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.MeansNothing(config.SpanOf(nameof(config.TierAfterDays)), "tierAfterDays", config.Name, "all disks of the server are of one kind"));
        }

        if (config.Hierarchical)
        {
            context.Diagnostics.Add(KubernetesStorageErrors.MeansNothing(config.SpanOf(nameof(config.Hierarchical)), "hierarchical", config.Name, "MinIO has no real folders"));
        }
    }
}
