using Strata.Aws.ElastiCache;
using Strata.Gcp.BigTable.Inputs;
using Strata.Graph;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Storage;

namespace Strata.Platform.FeatureStores;

/// <summary>Where the newest features are looked up one by one.</summary>
/// <param name="Settings">The online part of feature_store.yaml (Feast documentation, "Online stores").</param>
/// <param name="Environment">What pods need besides their identity.</param>
/// <param name="Ready">What pods wait for.</param>
internal sealed record FeastOnlineStore(ValueMap Settings, IReadOnlyList<EnvVarArgs> Environment, IReadOnlyList<Resource> Ready)
{
    private const string Password = "REDIS_PASSWORD";

    /// <summary>What pods have to be allowed on AWS.</summary>
    public IReadOnlyList<PolicyStatement> Statements { get; init; } = [];

    /// <summary>What pods have to be allowed on Google Cloud.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    public static FeastOnlineStore Add(FeastConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        var online = config.Online ?? Default(context.Cloud);
        if (WhyNot(online, context.Cloud) is { } reason)
        {
            context.Diagnostics.Add(FeatureStoreErrors.StoreNotPossible(
                config.SpanOf(nameof(config.Online)), config.Name, "online", Word(online), context.Cloud.Title(), reason, [.. Enum.GetValues<FeastOnline>().Where(one => WhyNot(one, context.Cloud) is null).Select(Word)]));
            throw new ExpansionStoppedException();
        }

        return (online, context.Cloud) switch
        {
            (FeastOnline.Dynamodb, _) => DynamoDb(context),
            (FeastOnline.Firestore, _) => Firestore(context),
            (FeastOnline.Bigtable, _) => Bigtable(context),
            (FeastOnline.Postgres, _) => Postgres(config, context, cluster, space),
            (_, Cloud.Aws) => ElastiCache(config, context, cluster, space),
            (_, Cloud.Gcp) => Memorystore(config, context, space),
            _ => ClusterRedis.Add(config, context, space),
        };
    }

    private static FeastOnline Default(Cloud cloud) => cloud switch
    {
        Cloud.Aws => FeastOnline.Dynamodb,
        Cloud.Gcp => FeastOnline.Firestore,
        _ => FeastOnline.Redis,
    };

    /// <summary>Why a store cannot be had on a cloud; null where it can.</summary>
    private static string? WhyNot(FeastOnline online, Cloud cloud) => (online, cloud) switch
    {
        (FeastOnline.Dynamodb, not Cloud.Aws) => "DynamoDB is a service of AWS.",
        (FeastOnline.Firestore, not Cloud.Gcp) => "Firestore is a service of Google Cloud.",
        (FeastOnline.Bigtable, not Cloud.Gcp) => "Bigtable is a service of Google Cloud.",
        _ => null,
    };

    private static string Word(FeastOnline online) => Stacks.PropertyNames.OfChoice(online.ToString());

    /// <summary>Feast makes a table for each view itself: what it needs is the right to.</summary>
    private static FeastOnlineStore DynamoDb(ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        return new(new() { ["type"] = "dynamodb", ["region"] = aws.Region }, [], [])
        {
            Statements =
            [
                new(
                    [
                        "dynamodb:CreateTable", "dynamodb:DescribeTable", "dynamodb:DeleteTable", "dynamodb:TagResource", "dynamodb:BatchWriteItem", "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:PutItem",
                        "dynamodb:UpdateItem", "dynamodb:Query",
                    ],
                    [Output.Format($"arn:aws:dynamodb:{aws.Region}:{aws.AccountId}:table/{FeastProject.NameOf(context)}.*")]),
            ],
        };
    }

    private static FeastOnlineStore Firestore(ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var database = context.Scope.Add(new Gcp.Firestore.Database($"{context.Name}-online", context.HoldsData with { DependsOn = [gcp.Api("firestore")] })
        {
            Name = context.Named(GcpNames.Firestore),
            LocationId = gcp.Region,
            Type = "DATASTORE_MODE",
            ConcurrencyMode = "OPTIMISTIC",
            PointInTimeRecoveryEnablement = "POINT_IN_TIME_RECOVERY_DISABLED",
            DeleteProtectionState = context.IsProd ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED",
        });
        return new(new() { ["type"] = "datastore", ["project_id"] = gcp.Project, ["database"] = database.Name }, [], [database]) { Roles = ["roles/datastore.user"] };
    }

    private static FeastOnlineStore Bigtable(ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var instance = context.Scope.Add(new Gcp.BigTable.Instance($"{context.Name}-online", context.HoldsData with { DependsOn = [gcp.Api("bigtableadmin")] })
        {
            Name = context.Named(GcpNames.Bigtable),
            DisplayName = context.Named(GcpNames.BigtableCluster),
            Labels = GcpResourceLabels.Of(context),
            DeletionProtection = context.IsProd,
            ForceDestroy = !context.IsProd,
            Clusters =
            [
                new InstanceClusterArgs
                {
                    ClusterId = context.Named(GcpNames.BigtableCluster),
                    Zone = gcp.Zone,
                    StorageType = "SSD",
                    AutoscalingConfig = new InstanceClusterAutoscalingConfigArgs { MinNodes = 1, MaxNodes = context.IsProd ? 5 : 2, CpuTarget = 60 },
                },
            ],
        });
        return new(new() { ["type"] = "bigtable", ["project_id"] = gcp.Project, ["instance"] = instance.Name }, [], [instance]) { Roles = ["roles/bigtable.user", "roles/bigtable.admin"] };
    }

    private static FeastOnlineStore Postgres(FeastConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        var database = ClusterDatabase.Add(context, cluster, space, $"{context.Name}-online", config.OnlineSize.ToString());
        return new(
            new() { ["type"] = "postgres", ["host"] = database.Host, ["port"] = ClusterDatabase.Port, ["database"] = database.Name, ["db_schema"] = "public", ["user"] = "${ONLINE_USER}", ["password"] = "${ONLINE_PASSWORD}" },
            [KubernetesJob.FromSecret("ONLINE_USER", database.Secret, "username"), KubernetesJob.FromSecret("ONLINE_PASSWORD", database.Secret, "password")],
            database.Ready);
    }

    private static FeastOnlineStore ElastiCache(FeastConfig config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space)
    {
        if (config.OnlinePassword is not { } password)
        {
            context.Diagnostics.Add(FeatureStoreErrors.NoPassword(config.KeySpan, config.Name));
            throw new ExpansionStoppedException();
        }

        var aws = context.Expansion.Foundations.Aws;
        var group = AwsNetworkAccess.Add(context.Scope, context.Name, "Redis", aws.Network, [(6379, 6379)]);
        var subnets = context.Scope.Add(new SubnetGroup($"{context.Name}-online") { Name = context.Named(AwsNames.ElastiCacheSubnetGroup), SubnetIds = aws.Network.PrivateSubnetIds });
        var redis = context.Scope.Add(new ReplicationGroup($"{context.Name}-online", context.HoldsData)
        {
            ReplicationGroupId = context.Named(AwsNames.ElastiCache),
            Description = $"Online features of {context.Name}",
            Engine = "valkey",
            EngineVersion = "8.0",
            NodeType = config.OnlineSize.WholeGibibytes <= 3 ? "cache.t4g.medium" : config.OnlineSize.WholeGibibytes <= 6 ? "cache.m7g.large" : "cache.r7g.xlarge",
            NumCacheClusters = context.IsProd ? 2 : 1,
            AutomaticFailoverEnabled = context.IsProd,
            MultiAzEnabled = context.IsProd,
            AtRestEncryptionEnabled = true,
            KmsKeyId = aws.Keys.ArnFor("storage"),
            TransitEncryptionEnabled = true,
            AuthToken = Output.Secret(Output.ConfigSecret(password.Name)),
            SubnetGroupName = subnets.Name,
            SecurityGroupIds = [group.Id],
            SnapshotRetentionLimit = context.IsProd ? 7 : 0,
        });
        var secret = ConfiguredSecret.Add(context, cluster, space, $"{context.Name}-redis", "password", Output.ConfigSecret(password.Name));
        return new(
            new() { ["type"] = "redis", ["connection_string"] = Output.Format($"{redis.GetOutput<string>("primaryEndpointAddress")}:6379,ssl=true,password=${{{Password}}}").Value },
            [KubernetesJob.FromSecret(Password, $"{context.Name}-redis", "password")],
            [redis, .. secret]);
    }

    private static FeastOnlineStore Memorystore(FeastConfig config, ComponentContext context, NamespaceHandle space)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var redis = context.Scope.Add(new Gcp.Redis.Instance($"{context.Name}-online", context.HoldsData with { DependsOn = [gcp.Api("redis"), .. gcp.Network.ServicesReady] })
        {
            Name = context.Named(GcpNames.Redis),
            Region = gcp.Region,
            Tier = context.IsProd ? "STANDARD_HA" : "BASIC",
            MemorySizeGb = Math.Max(1, config.OnlineSize.WholeGibibytes),
            RedisVersion = "REDIS_7_2",
            AuthEnabled = true,
            ConnectMode = "PRIVATE_SERVICE_ACCESS",
            AuthorizedNetwork = gcp.Network.Network,
            Labels = GcpResourceLabels.Of(context),
            DeletionProtection = context.IsProd,
        });
        var secret = context.Scope.Add(new Secret($"{context.Name}-redis", new ResourceOptions { DependsOn = [space.Resource] })
        {
            Metadata = KubernetesObject.Meta(context.Stack, context.Name, $"{context.Name}-redis", space.Name),
            StringData = new() { ["password"] = Output.Secret(redis.GetOutput<string>("authString")) },
        });
        return new(
            new() { ["type"] = "redis", ["connection_string"] = Output.Format($"{redis.GetOutput<string>("host")}:6379,password=${{{Password}}}").Value },
            [KubernetesJob.FromSecret(Password, $"{context.Name}-redis", "password")],
            [secret]);
    }
}
