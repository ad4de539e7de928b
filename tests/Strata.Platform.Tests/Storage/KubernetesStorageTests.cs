using Strata.Diagnostics;
using Strata.Graph;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Helm.V3;
using Strata.Kubernetes.Storage.V1;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;

namespace Strata.Platform.Tests.Storage;

public sealed class KubernetesStorageTests
{
    private const string Everything = """
        strata:storage:
          lake: { kind: objects, expireAfterDays: 365 }
          shared: { kind: files, size: 4Ti, storageClass: cephfs }
          fast: { kind: scratch, size: 1Ti, storageClass: weka }
          disks: { kind: block, provisioner: driver.longhorn.io, snapshots: true }
          labels: { kind: warehouse, size: 200Gi }
        strata:identities:
          training: { access: { lake: read, labels: write, shared: read } }
          reports: { access: { labels: read } }
        """;

    [Theory]
    [InlineData("objects, existing: acme-data", "STR348", Severity.Error)]
    [InlineData("objects, events: true", "STR348", Severity.Error)]
    [InlineData("objects, tierAfterDays: 30", "STR349", Severity.Warning)]
    [InlineData("objects, hierarchical: true", "STR349", Severity.Warning)]
    [InlineData("scratch, size: 1Ti", "STR398", Severity.Error)]
    [InlineData("scratch, size: 1Ti, storageClass: weka, persistent: true", "STR349", Severity.Warning)]
    [InlineData("block", "STR398", Severity.Error)]
    [InlineData("block, provisioner: driver.longhorn.io, speed: fast", "STR349", Severity.Warning)]
    [InlineData("warehouse, engine: athena", "STR304", Severity.Error)]
    [InlineData("warehouse, engine: redshift", "STR304", Severity.Error)]
    [InlineData("warehouse, engine: bigquery", "STR304", Severity.Error)]
    [InlineData("warehouse, engine: snowflake", "STR342", Severity.Error)]
    public void What_a_cluster_cannot_do_is_said(string kind, string code, Severity severity)
    {
        var problem = KubernetesStack.Problem($"strata:storage: {{ x: {{ kind: {kind} }} }}");
        Assert.Equal((code, severity), (problem.Code, problem.Severity));
    }

    [Fact]
    public void Every_kind_of_storage_is_built_or_refused_on_a_cluster()
    {
        foreach (var engine in Enum.GetValues<WarehouseEngine>())
        {
            var kind = ComponentCatalog.Kinds.Single(k => k.Config == typeof(Warehouse));
            Assert.NotNull(kind.RealizationOf(new Warehouse { Engine = engine }, Cloud.Kubernetes));
        }

        foreach (var kind in StorageCatalog.Kinds.Where(k => k.Config != typeof(Warehouse)))
        {
            Assert.Contains(kind.Realizations, r => r.Cloud == Cloud.Kubernetes);
        }
    }

    [Fact]
    public void Vectors_are_in_a_database_whose_keys_only_pods_with_access_have()
    {
        var graph = KubernetesStack.Fine("""
            strata:storage: { papers: { kind: vectors, size: 100Gi, memory: 8Gi } }
            strata:identities: { index: { access: { papers: write } }, search: { access: { papers: read } } }
            """, "prod");
        var chart = Chart(graph, "qdrant");
        Assert.True(chart.ResourceOptions.Protect);
        var values = chart.Json("values");
        Assert.Contains("\"replicaCount\":3", values, StringComparison.Ordinal);
        Assert.Contains("\"memory\":\"8Gi\"", values, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"QDRANT__SERVICE__READ_ONLY_API_KEY\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"papers-keys\",\"key\":\"read-only-api-key\"}}", values, StringComparison.Ordinal);
        var secret = graph.Resources.OfType<Secret>().Single(one => one.LogicalName == "papers-keys");
        Assert.Contains(graph.Resources.OfType<Job>(), job => job.LogicalName == "papers-keys-secret" && job.ResourceOptions.DependsOn.Contains(secret));
    }

    [Fact]
    public void Who_may_only_read_vectors_gets_the_key_for_reading()
    {
        var handle = new QdrantHandle("papers", new NamespaceHandle("vision-prod", null!, null!), []);
        string KeyFor(AccessLevel level) => Text(handle.EnvironmentFor("search", level).Last().ToValue());
        Assert.Contains("\"key\":\"api-key\"", KeyFor(AccessLevel.Write), StringComparison.Ordinal);
        Assert.Contains("\"key\":\"read-only-api-key\"", KeyFor(AccessLevel.Read), StringComparison.Ordinal);
    }

    private static string Text(Value value)
    {
        using var stream = new MemoryStream();
        using (var writer = new System.Text.Json.Utf8JsonWriter(stream))
        {
            Strata.Graph.Formats.ValueJson.Write(writer, value);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("gcp")]
    public void A_cloud_that_sells_no_Qdrant_says_what_finds_neighbours_there(string cloud)
    {
        var problem = Assert.Single(KubernetesStack.Of($"aws:region: eu-west-1\ngcp:project: acme\ngcp:zone: europe-west4-b\nstrata:storage: {{ papers: {{ kind: vectors, cloud: {cloud} }} }}").Diagnostics, problem => problem.Code == "STR304");
        Assert.Contains("'vector'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_buckets_are_on_one_server_with_room_for_all_of_them()
    {
        var graph = KubernetesStack.Fine("strata:storage: { a: { kind: objects, size: 100Gi }, b: { kind: objects, size: 50Gi } }");
        var values = Chart(graph, "minio").Json("values");
        Assert.Contains("\"mode\":\"standalone\"", values, StringComparison.Ordinal);
        Assert.Contains("\"size\":\"150Gi\"", values, StringComparison.Ordinal);
        Assert.Equal(2, graph.Resources.OfType<Job>().Count(job => job.LogicalName is "a-bucket" or "b-bucket"));
    }

    [Fact]
    public void In_prod_any_two_of_four_drives_may_fail()
    {
        var values = Chart(KubernetesStack.Fine("strata:storage: { a: { kind: objects, size: 100Gi } }", "prod"), "minio").Json("values");
        Assert.Contains("\"mode\":\"distributed\",\"replicas\":4", values, StringComparison.Ordinal);
        Assert.Contains("\"size\":\"50Gi\"", values, StringComparison.Ordinal);
        Assert.Contains("\"podDisruptionBudget\":{\"enabled\":true", values, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_s_user_with_a_password_that_everyone_knows_is_not_made() =>
        Assert.Contains("\"users\":[]", Chart(KubernetesStack.Fine("strata:storage: { a: { kind: objects } }"), "minio").Json("values"), StringComparison.Ordinal);

    [Fact]
    public void A_bucket_waits_for_its_server()
    {
        var graph = KubernetesStack.Fine("strata:storage: { a: { kind: objects } }");
        Assert.Contains(Chart(graph, "minio"), graph.Resources.OfType<Job>().Single(job => job.LogicalName == "a-bucket").ResourceOptions.DependsOn);
    }

    [Fact]
    public void A_job_s_name_follows_what_it_does_and_nothing_else()
    {
        Assert.Equal(NameOfBucketJob("expireAfterDays: 7"), NameOfBucketJob("expireAfterDays: 7"));
        Assert.NotEqual(NameOfBucketJob("expireAfterDays: 7"), NameOfBucketJob("expireAfterDays: 8"));
    }

    [Fact]
    public void An_identity_s_policy_names_its_buckets_and_its_level_only()
    {
        var graph = KubernetesStack.Fine("""
            strata:storage: { a: { kind: objects }, b: { kind: objects } }
            strata:identities: { training: { access: { a: read } } }
            """);
        var job = graph.Resources.OfType<Job>().Single(job => job.Json("spec").Contains("\"POLICY\"", StringComparison.Ordinal)).Json("spec");
        Assert.Contains("arn:aws:s3:::vision-dev-a", job, StringComparison.Ordinal);
        Assert.DoesNotContain("vision-dev-b", job, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", job, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_exists_is_used_as_it_is()
    {
        var graph = KubernetesStack.Fine("strata:storage: { shared: { kind: files, existing: home } }");
        Assert.Empty(graph.Resources.OfType<PersistentVolumeClaim>());
    }

    [Fact]
    public void Files_are_mounted_by_many_and_kept_in_prod()
    {
        var claim = KubernetesStack.Fine("strata:storage: { shared: { kind: files, size: 4Ti, storageClass: cephfs } }", "prod").Only<PersistentVolumeClaim>();
        Assert.Contains("\"accessModes\":[\"ReadWriteMany\"],\"storageClassName\":\"cephfs\"", claim.Json("spec"), StringComparison.Ordinal);
        Assert.True(claim.ResourceOptions is { Protect: true, RetainOnDelete: true });
    }

    [Theory]
    [InlineData("driver.longhorn.io", "longhorn.io/v1beta2:RecurringJob")]
    [InlineData("rbd.csi.ceph.com", "snapshot.storage.k8s.io/v1:VolumeSnapshotClass")]
    public void Disks_are_snapshotted_by_Longhorn_itself_or_by_a_job(string provisioner, string type)
    {
        var graph = KubernetesStack.Fine($"strata:storage: {{ disks: {{ kind: block, provisioner: {provisioner}, snapshots: true }} }}");
        Assert.Single(graph.Resources, r => r.TypeToken == $"kubernetes:{type}");
        var disks = graph.Only<StorageClass>();
        Assert.Equal("WaitForFirstConsumer", disks.Text("volumeBindingMode"));
        Assert.Contains("is-default-class\":\"true\"", disks.Json("metadata"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev", "\"instances\":1")]
    [InlineData("prod", "\"instances\":3")]
    public void A_warehouse_is_a_Postgres_that_waits_for_its_operator(string environment, string instances)
    {
        var graph = KubernetesStack.Of("strata:storage: { labels: { kind: warehouse, size: 200Gi } }", environment).Graph!;
        var database = graph.Resources.Single(r => r.TypeToken == "kubernetes:postgresql.cnpg.io/v1:Cluster");
        Assert.Contains(instances, database.Json("spec"), StringComparison.Ordinal);
        Assert.Contains("\"enableSuperuserAccess\":false", database.Json("spec"), StringComparison.Ordinal);
        Assert.Contains(Chart(graph, "cloudnative-pg"), database.ResourceOptions.DependsOn);
    }

    [Fact]
    public void A_warehouse_in_prod_without_a_place_for_backups_is_warned_of() =>
        Assert.Equal("STR347", KubernetesStack.Problem("strata:storage: { labels: { kind: warehouse } }", "prod").Code);

    [SharedTheory]
    [InlineData("dev", "context: hel1")]
    [InlineData("prod", "context: hel1, monitoring: true")]
    [InlineData("prod", "renderTo: manifests")]
    [InlineData("prod", "renderTo: manifests, gitOps: flux")]
    public void All_of_it_is_what_the_provider_takes(string environment, string cluster)
    {
        var findings = SharedTools.CheckResources(AwsStack.Json(KubernetesStack.Fine(Everything, environment, cluster)));
        Assert.DoesNotContain(findings, f => f.IsError || f.Code is "value-set" or "deprecated" or "plain-secret");
    }

    private static Release Chart(ResourceGraph graph, string chart) => graph.Resources.OfType<Release>().Single(r => r.Text("chart") == chart);

    private static string NameOfBucketJob(string properties) =>
        KubernetesStack.Fine($"strata:storage: {{ a: {{ kind: objects, {properties} }} }}").Resources.OfType<Job>().Single(job => job.LogicalName == "a-bucket").Json("metadata");
}
