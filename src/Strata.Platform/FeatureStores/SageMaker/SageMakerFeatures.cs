using System.ComponentModel;
using Strata.Aws.Iam;
using Strata.Aws.Sagemaker;
using Strata.Aws.Sagemaker.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>SageMaker Feature Store: a feature group for each view.</summary>
public sealed record SageMakerFeaturesConfig : FeatureStoreConfig
{
    [Description("Where features are kept for training. The stack's only object store when left out.")]
    public Ref<ObjectStore>? Offline { get; init; }
}

/// <summary>Feature groups with an offline store in the lake; a change of a view's columns makes a new group, and empties its online store.</summary>
internal static class SageMakerFeatures
{
    private const string OnlyAws = "SageMaker Feature Store is a service of AWS.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SageMakerFeaturesConfig>("featureStores", "sagemaker", "strata:featureStore:SageMaker", new EngineFacts(
            "SageMaker Feature Store",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store.html", "2026-11-26")))
        .Managed<SageMakerFeaturesConfig>(Cloud.Aws, Expand)
        .RefuseSelfHosted(Cloud.Aws, "The store is a service, and there is no software to run oneself.", "Use engine: feast, which runs on a cluster, or remove 'managed'.")
        .RefuseBoth(Cloud.Gcp, OnlyAws, "Use engine: vertex, which is Google Cloud's counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyAws, "Use engine: feast, which runs on any cluster.");

    private static FeatureStoreHandle Expand(SageMakerFeaturesConfig config, ComponentContext context)
    {
        FeatureRules.Check(config, context);
        if (config.Views.Count == 0)
        {
            context.Diagnostics.Add(FeatureStoreErrors.NoViews(config.KeySpan, config.Name));
        }

        var store = context.StorageFor<ObjectStore, ObjectStoreHandle>(config, config.Offline, nameof(config.Offline));
        var role = AddRole(context, store);
        var groups = new ValueMap();
        foreach (var (name, view) in config.Views.Where(view => IsPossible(view.Key, view.Value, context)))
        {
            var group = context.Scope.Add(Group(name, view, config, context, store, role));
            AddReaders(name, view, context, group);
            groups[name] = group.FeatureGroupName;
        }

        return new FeatureStoreHandle("sagemaker", config, new() { ["groups"] = groups, ["roleArn"] = role.Arn, ["offline"] = store.Url });
    }

    private static bool IsPossible(string name, FeatureViewConfig view, ComponentContext context)
    {
        if (view.Entities.Count != 1)
        {
            context.Diagnostics.Add(FeatureStoreErrors.ManyKeys(view.SpanOf(nameof(view.Entities)), name, view.Entities.Count));
            return false;
        }

        return true;
    }

    private static Role AddRole(ComponentContext context, ObjectStoreHandle store)
    {
        var aws = context.Expansion.Foundations.Aws;
        var glue = Output.Format($"arn:aws:glue:{aws.Region}:{aws.AccountId}");
        return AwsRole.Add(
            context.Scope, context.Expansion, $"{context.Name}-role", [context.Name], PolicyStatement.Trust("sagemaker.amazonaws.com"), [],
            [
                .. store.StatementsFor(AccessLevel.Write),
                new PolicyStatement(["s3:GetBucketAcl"], [Output.Format($"arn:aws:s3:::{store.Bucket}")]),
                new PolicyStatement(
                    ["glue:CreateDatabase", "glue:GetDatabase", "glue:CreateTable", "glue:GetTable", "glue:UpdateTable"],
                    [Output.Format($"{glue}:catalog"), Output.Format($"{glue}:database/sagemaker_featurestore"), Output.Format($"{glue}:table/sagemaker_featurestore/*")]),
            ]);
    }

    private static FeatureGroup Group(string name, FeatureViewConfig view, SageMakerFeaturesConfig config, ComponentContext context, ObjectStoreHandle store, Role role)
    {
        var key = context.Expansion.Foundations.Aws.Keys.ArnFor("storage");
        var entity = config.Entities.GetValueOrDefault(view.Entities[0], new EntityConfig { Key = view.Entities[0] });
        return new($"{context.Name}-{name.Replace('_', '-')}", context.HoldsData with { DependsOn = AwsRights.Of(context, role) })
        {
            FeatureGroupName = context.Named(AwsNames.SageMakerFeatureGroup, name),
            Description = $"{name} of {view.Owner}",
            RecordIdentifierFeatureName = entity.Key,
            EventTimeFeatureName = view.Source.EventTime,
            FeatureDefinitions =
            [
                Column(entity.Key, entity.Type),
                Column(view.Source.EventTime, FeatureType.String),
                .. view.Features.Select(feature => Column(feature.Key, feature.Value.Type)),
            ],
            RoleArn = role.Arn,
            OnlineStoreConfig = !view.Online ? null : new FeatureGroupOnlineStoreConfigArgs
            {
                EnableOnlineStore = true,
                StorageType = "Standard",
                SecurityConfig = key is null ? null : new FeatureGroupOnlineStoreConfigSecurityConfigArgs { KmsKeyId = key },
                TtlDuration = view.Ttl is null ? null : new FeatureGroupOnlineStoreConfigTtlDurationArgs { Unit = "Seconds", Value = (int)Math.Min(view.Ttl.Seconds, int.MaxValue) },
            },
            OfflineStoreConfig = new FeatureGroupOfflineStoreConfigArgs
            {
                TableFormat = "Iceberg",
                S3StorageConfig = new FeatureGroupOfflineStoreConfigS3StorageConfigArgs { S3Uri = Output.Format($"{store.Url}/features"), KmsKeyId = key },
            },
            ThroughputConfig = new FeatureGroupThroughputConfigArgs { ThroughputMode = "OnDemand" },
        };
    }

    /// <summary>SageMaker has three types; times are texts in ISO 8601.</summary>
    public static string TypeOf(FeatureType type) => type switch
    {
        FeatureType.Int32 or FeatureType.Int64 or FeatureType.Bool => "Integral",
        FeatureType.Float32 or FeatureType.Float64 => "Fractional",
        _ => "String",
    };

    private static FeatureGroupFeatureDefinitionArgs Column(string name, FeatureType type) => new() { FeatureName = name, FeatureType = TypeOf(type) };

    private static void AddReaders(string name, FeatureViewConfig view, ComponentContext context, FeatureGroup group)
    {
        if (view.Readers.Count == 0)
        {
            return;
        }

        var logical = $"{context.Name}-{name.Replace('_', '-')}-read";
        var policy = context.Scope.Add(new Policy(logical)
        {
            Name = context.Named(AwsNames.IamPolicy, name, "read"),
            Path = context.Stack.Config.Access.RolePath,
            PolicyDocument = PolicyDocument.Of(
            [
                new PolicyStatement(["sagemaker:GetRecord", "sagemaker:BatchGetRecord", "sagemaker:DescribeFeatureGroup"], [group.Arn]),

                // The online store is read with the reader's own right to its key (https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-security.html).
                .. view.Online && context.Expansion.Foundations.Aws.Keys.ArnFor("storage") is { } key ? [new PolicyStatement(["kms:Decrypt"], [key])] : Array.Empty<PolicyStatement>(),
            ]),
        });
        foreach (var reader in view.Readers)
        {
            if (context.Use<Handle>(reader) is AwsIdentityHandle identity)
            {
                context.Scope.Add(new RolePolicyAttachment($"{logical}-{reader.Name}") { Role = identity.Role.Name, PolicyArn = policy.Arn });
            }
            else
            {
                context.Diagnostics.Add(PlatformErrors.StorageElsewhere(reader.Span, reader.Name, context.Name, Cloud.Aws.Title(), "another cloud"));
            }
        }
    }
}
