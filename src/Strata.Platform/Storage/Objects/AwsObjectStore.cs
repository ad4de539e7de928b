using Strata.Aws.S3;
using Strata.Aws.S3.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>An object store as an S3 bucket with everything a bucket needs to be safe.</summary>
internal static class AwsObjectStore
{
    public static AwsObjectStoreHandle Expand(ObjectStore config, ComponentContext context)
    {
        if (config.Existing is { } existing)
        {
            return new AwsObjectStoreHandle(existing, Output.Format($"arn:aws:s3:::{existing}"), null);
        }

        Check(config, context);
        var name = context.Name;
        var scope = context.Scope;
        var key = context.Expansion.Foundations.Aws.Keys.ArnFor("storage");
        var bucket = scope.Add(new Bucket(name, context.HoldsData)
        {
            BucketName = context.Named(AwsNames.S3Bucket),
            ForceDestroy = !context.IsProd,
        });
        scope.Add(new BucketOwnershipControls($"{name}-ownership")
        {
            Bucket = bucket.Id,
            Rule = new BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        });
        var publicAccess = scope.Add(new BucketPublicAccessBlock($"{name}-public-access")
        {
            Bucket = bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        });
        var versioning = scope.Add(new BucketVersioning($"{name}-versioning")
        {
            Bucket = bucket.Id,
            VersioningConfiguration = new BucketVersioningVersioningConfigurationArgs { Status = config.Versioning ? "Enabled" : "Suspended" },
        });
        var encryption = scope.Add(Encryption(name, bucket, key));
        scope.Add(Lifecycle(name, bucket, config, versioning));

        // The policy waits for the public access block: S3 refuses two changes of a bucket at once.
        scope.Add(new BucketPolicy($"{name}-policy", new ResourceOptions { DependsOn = [publicAccess] })
        {
            Bucket = bucket.Id,
            Policy = PolicyDocument.Of(Policy(bucket, key)),
        });
        if (config.Events)
        {
            scope.Add(new BucketNotification($"{name}-events") { Bucket = bucket.Id, Eventbridge = true });
        }

        return new AwsObjectStoreHandle(bucket.Id, bucket.Arn, key) { Ready = [publicAccess, versioning, encryption] };
    }

    private static void Check(ObjectStore config, ComponentContext context)
    {
        if (config is { TierAfterDays: { } tier, ExpireAfterDays: { } expire } && tier >= expire)
        {
            context.Diagnostics.Add(AwsStorageErrors.TierAfterExpiry(config.SpanOf(nameof(config.TierAfterDays)), context.Name, tier, expire));
        }

        if (config.Hierarchical)
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.Hierarchical)), "hierarchical", context.Name, "S3 has no real folders, only names with slashes"));
        }

        if (config.IsSet(nameof(config.Size)))
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.Size)), "size", context.Name, "S3 holds any amount"));
        }
    }

    private static BucketServerSideEncryptionConfiguration Encryption(string name, Bucket bucket, Input<string>? key) => new($"{name}-encryption")
    {
        Bucket = bucket.Id,
        Rules =
        [
            new BucketServerSideEncryptionConfigurationRuleArgs
            {
                BucketKeyEnabled = key is not null,
                ApplyServerSideEncryptionByDefault = new BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
                {
                    SseAlgorithm = key is null ? "AES256" : "aws:kms",
                    KmsMasterKeyId = key,
                },
            },
        ],
    };

    private static BucketLifecycleConfiguration Lifecycle(string name, Bucket bucket, ObjectStore config, Resource versioning) =>
        new($"{name}-lifecycle", new ResourceOptions { DependsOn = [versioning] }) { Bucket = bucket.Id, Rules = [.. LifecycleRules(config)] };

    private static IEnumerable<BucketLifecycleConfigurationRuleArgs> LifecycleRules(ObjectStore config)
    {
        yield return new BucketLifecycleConfigurationRuleArgs
        {
            Id = "abort-uploads",
            Status = "Enabled",
            Filter = Everything,
            AbortIncompleteMultipartUpload = new BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = 7 },
        };
        yield return new BucketLifecycleConfigurationRuleArgs
        {
            Id = "expire-temporary",
            Status = "Enabled",
            Filter = new BucketLifecycleConfigurationRuleFilterArgs { Prefix = "tmp/" },
            Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = config.ExpireTemporaryDays },
        };

        // Without versioning too: old versions from before it was turned off would lie there for ever.
        yield return new BucketLifecycleConfigurationRuleArgs
        {
            Id = "expire-old-versions",
            Status = "Enabled",
            Filter = Everything,
            NoncurrentVersionExpiration = new BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = config.KeepOldVersionsDays },
            Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true },
        };

        if (config.TierAfterDays is { } tier)
        {
            yield return new BucketLifecycleConfigurationRuleArgs
            {
                Id = "tier",
                Status = "Enabled",
                Filter = Everything,
                Transitions = [new BucketLifecycleConfigurationRuleTransitionArgs { Days = tier, StorageClass = "INTELLIGENT_TIERING" }],
            };
        }

        if (config.ExpireAfterDays is { } expire)
        {
            yield return new BucketLifecycleConfigurationRuleArgs
            {
                Id = "expire",
                Status = "Enabled",
                Filter = Everything,
                Expiration = new BucketLifecycleConfigurationRuleExpirationArgs { Days = expire },
            };
        }
    }

    private static BucketLifecycleConfigurationRuleFilterArgs Everything => new() { Prefix = "" };

    private static IEnumerable<PolicyStatement> Policy(Bucket bucket, Input<string>? key)
    {
        yield return new PolicyStatement(["s3:*"], [bucket.Arn, Output.Format($"{bucket.Arn}/*")])
        {
            Sid = "DenyInsecureTransport",
            Deny = true,
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap { ["Bool"] = new ValueMap { ["aws:SecureTransport"] = "false" } },
        };
        if (key is not null)
        {
            yield return DenyOther("DenyOtherEncryption", bucket, "s3:x-amz-server-side-encryption", "aws:kms");
            yield return DenyOther("DenyOtherKeys", bucket, "s3:x-amz-server-side-encryption-aws-kms-key-id", key.Value);
        }
    }

    /// <summary>Denies a header with another value. Without the header the bucket's default counts, which is right already.</summary>
    private static PolicyStatement DenyOther(string sid, Bucket bucket, string header, Value allowed) => new(["s3:PutObject"], [Output.Format($"{bucket.Arn}/*")])
    {
        Sid = sid,
        Deny = true,
        Principal = new ValueMap { ["AWS"] = "*" },
        Condition = new ValueMap
        {
            ["Null"] = new ValueMap { [header] = "false" },
            ["StringNotEquals"] = new ValueMap { [header] = allowed },
        },
    };
}
