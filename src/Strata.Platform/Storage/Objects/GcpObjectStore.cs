using Strata.Gcp.Storage;
using Strata.Gcp.Storage.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>An object store as a Cloud Storage bucket in the stack's region.</summary>
internal static class GcpObjectStore
{
    private const int SoftDeleteSeconds = 7 * 86_400;

    public static GcpObjectStoreHandle Expand(ObjectStore config, ComponentContext context)
    {
        if (config.Existing is { } existing)
        {
            return new GcpObjectStoreHandle(existing, null);
        }

        Check(config, context);
        var gcp = context.Expansion.Foundations.Gcp;
        var versioning = config.Versioning && !config.Hierarchical;
        var key = gcp.Keys.IdFor("storage");
        var bucket = context.Scope.Add(new Bucket(context.Name, context.HoldsData with { DependsOn = [gcp.Api("storage")] })
        {
            Name = context.Named(GcpNames.Bucket),
            Location = gcp.Region,
            UniformBucketLevelAccess = true,
            PublicAccessPrevention = "enforced",
            Versioning = new BucketVersioningArgs { Enabled = versioning },
            HierarchicalNamespace = config.Hierarchical ? new BucketHierarchicalNamespaceArgs { Enabled = true } : null,

            // Where old versions are kept anyway, dev does not pay for deleted objects as well.
            SoftDeletePolicy = new BucketSoftDeletePolicyArgs { RetentionDurationSeconds = versioning && context.Stack.Config.Environment == DeploymentEnvironment.Dev ? 0 : SoftDeleteSeconds },
            Encryption = key is null ? null : new BucketEncryptionArgs { DefaultKmsKeyName = key },

            // Autoclass and not rules by age: what training reads often stays cheap to read.
            Autoclass = config.TierAfterDays is null ? null : new BucketAutoclassArgs { Enabled = true, TerminalStorageClass = "ARCHIVE" },
            LifecycleRules = [.. LifecycleRules(config, versioning)],
            ForceDestroy = !context.IsProd,
        });
        return new GcpObjectStoreHandle(bucket.Name, config.Events ? GcpObjectEvents.Add(context, bucket) : null);
    }

    private static void Check(ObjectStore config, ComponentContext context)
    {
        if (config is { Hierarchical: true, Versioning: true } && config.IsSet(nameof(config.Versioning)))
        {
            context.Diagnostics.Add(GcpStorageErrors.VersionsOfFolders(config.SpanOf(nameof(config.Versioning)), context.Name));
        }

        if (config.TierAfterDays is { } days and not 30)
        {
            context.Diagnostics.Add(GcpStorageErrors.TierDays(config.SpanOf(nameof(config.TierAfterDays)), context.Name, days));
        }
    }

    private static IEnumerable<BucketLifecycleRuleArgs> LifecycleRules(ObjectStore config, bool versioning)
    {
        yield return Rule("AbortIncompleteMultipartUpload", new BucketLifecycleRuleConditionArgs { Age = 7 });
        yield return Rule("Delete", new BucketLifecycleRuleConditionArgs { Age = config.ExpireTemporaryDays, MatchesPrefixes = ["tmp/"] });
        if (versioning)
        {
            yield return Rule("Delete", new BucketLifecycleRuleConditionArgs { DaysSinceNoncurrentTime = config.KeepOldVersionsDays, WithState = "ARCHIVED" });
        }

        if (config.ExpireAfterDays is { } expire)
        {
            yield return Rule("Delete", new BucketLifecycleRuleConditionArgs { Age = expire, WithState = "LIVE" });
        }
    }

    private static BucketLifecycleRuleArgs Rule(string action, BucketLifecycleRuleConditionArgs condition) => new()
    {
        Action = new BucketLifecycleRuleActionArgs { Type = action },
        Condition = condition,
    };
}
