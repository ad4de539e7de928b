using Strata.Aws.Backup;
using Strata.Aws.Efs;
using Strata.Aws.Fsx;
using Strata.Aws.Iam;
using Strata.Aws.S3;
using Strata.Aws.Vpc;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Kubernetes.Storage.V1;
using Strata.Platform.Storage;

namespace Strata.Platform.Tests.Storage;

public sealed class AwsStorageTests
{
    [Theory]
    [InlineData("objects, tierAfterDays: 30, expireAfterDays: 30", "STR340", Severity.Error)]
    [InlineData("objects, hierarchical: true", "STR344", Severity.Warning)]
    [InlineData("objects, size: 1Ti", "STR344", Severity.Warning)]
    [InlineData("files, size: 1Ti", "STR344", Severity.Warning)]
    [InlineData("files, storageClass: cephfs", "STR344", Severity.Warning)]
    [InlineData("scratch, size: 1000Gi", "STR346", Severity.Error)]
    [InlineData("scratch, size: 1200Gi, throughput: 250", "STR344", Severity.Warning)]
    [InlineData("scratch, size: 1200Gi, persistent: true, throughput: 200", "STR372", Severity.Error)]
    [InlineData("scratch, size: 1200Gi, storageClass: fast", "STR344", Severity.Warning)]
    public void What_AWS_cannot_do_is_said(string kind, string code, Severity severity)
    {
        var problem = AwsStack.Problem($"strata:storage: {{ x: {{ kind: {kind} }} }}\n{AwsStack.ExistingNetwork}");
        Assert.Equal((code, severity), (problem.Code, problem.Severity));
    }

    [Theory]
    [InlineData("800Gi", "Write 1200Gi.")]
    [InlineData("1.2Ti", "Write 1200Gi or 2400Gi.")]
    [InlineData("5000Gi", "Write 4800Gi or 7200Gi.")]
    public void The_sizes_next_to_a_wrong_one_are_named(string size, string hint) => Assert.EndsWith(
        hint, AwsStack.Problem($"strata:storage: {{ x: {{ kind: scratch, size: {size} }} }}\n{AwsStack.ExistingNetwork}").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(1200, true)]
    [InlineData(2400, true)]
    [InlineData(7200, true)]
    [InlineData(0, false)]
    [InlineData(3600, false)]
    public void Lustre_takes_what_AWS_says(int size, bool taken) => Assert.Equal(taken, LustreSizes.Takes(size));

    [Fact]
    public void An_existing_bucket_gets_nothing_new()
    {
        var graph = AwsStack.Fine("strata:storage: { x: { kind: objects, existing: acme-data } }");
        Assert.DoesNotContain(graph.Resources, r => r.PackageName == "aws" && r is CustomResource and not ProviderResource);
    }

    [Fact]
    public void A_bucket_denies_other_keys_only_where_a_request_names_one()
    {
        var policy = AwsStack.Fine("strata:storage: { x: { kind: objects } }").Only<BucketPolicy>().Json("policy");
        Assert.Contains("\"Null\":{\"s3:x-amz-server-side-encryption-aws-kms-key-id\":\"false\"}", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("IfExists", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_can_be_mounted_from_every_subnet_of_a_known_network()
    {
        var graph = AwsStack.Fine($"strata:storage: {{ homes: {{ kind: files }} }}\n{AwsStack.ExistingNetwork}");
        Assert.Equal(["subnet-a", "subnet-b", "subnet-c"], graph.Resources.OfType<MountTarget>().Select(m => m.Text("subnetId")));
        Assert.Equal(2049, graph.Only<SecurityGroupIngressRule>().Number("fromPort"));
    }

    [Theory]
    [InlineData("dev", 2)]
    [InlineData("prod", 3)]
    public void Files_can_be_mounted_from_every_zone_of_the_stacks_own_network(string environment, int zones) =>
        Assert.Equal(zones, AwsStack.Fine("strata:storage: { homes: { kind: files } }", environment).Resources.OfType<MountTarget>().Count());

    [Fact]
    public void Files_can_be_mounted_from_every_zone_of_another_stacks_network()
    {
        var targets = AwsStack.Fine("strata:storage: { homes: { kind: files } }\nstrata:network: { from: platform-dev }").Resources.OfType<MountTarget>();
        Assert.Equal(
            ["network.aws.privateSubnetIds[0]", "network.aws.privateSubnetIds[1]"],
            targets.Select(m => Assert.IsType<StackOutputValue>(m.Input("subnetId")).Output));
    }

    [Fact]
    public void Existing_files_get_nothing_new_and_can_be_used()
    {
        var graph = AwsStack.Fine("strata:storage: { homes: { kind: files, existing: fs-123 } }");
        Assert.Empty(graph.Resources.OfType<FileSystem>());
        Assert.Contains(graph.Outputs, o => o.Name == "storage");
    }

    [Theory]
    [InlineData("dev", "DISABLED", false)]
    [InlineData("prod", "ENABLED", true)]
    public void Files_are_backed_up_and_kept_in_prod(string environment, string status, bool kept)
    {
        var graph = AwsStack.Fine($"strata:storage: {{ homes: {{ kind: files }} }}\n{AwsStack.ExistingNetwork}", environment);
        Assert.Contains(status, graph.Only<BackupPolicy>().Json("backupPolicy"), StringComparison.Ordinal);
        Assert.Equal((kept, kept), (graph.Only<FileSystem>().ResourceOptions.Protect, graph.Only<FileSystem>().ResourceOptions.RetainOnDelete));
    }

    [Fact]
    public void Scratch_space_that_is_not_persistent_has_no_key_and_no_throughput()
    {
        var system = AwsStack.Fine($"strata:storage: {{ x: {{ kind: scratch, size: 1200Gi }} }}\n{AwsStack.ExistingNetwork}").Only<LustreFileSystem>();
        Assert.Equal(("SCRATCH_2", "subnet-a", 1200), (system.Text("deploymentType"), system.Text("subnetIds"), system.Number("storageCapacity")));
        Assert.Null(system.Input("perUnitStorageThroughput"));
        Assert.Null(system.Input("kmsKeyId"));
    }

    [Fact]
    public void Persistent_scratch_space_has_a_key_and_a_throughput()
    {
        var system = AwsStack.Fine($"strata:storage: {{ x: {{ kind: scratch, size: 2400Gi }} }}\n{AwsStack.ExistingNetwork}", "prod").Only<LustreFileSystem>();
        Assert.Equal(("PERSISTENT_2", 250), (system.Text("deploymentType"), system.Number("perUnitStorageThroughput")));
        Assert.NotNull(system.Input("kmsKeyId"));
    }

    [Fact]
    public void Lustre_talks_both_ways_with_the_network()
    {
        var graph = AwsStack.Fine($"strata:storage: {{ x: {{ kind: scratch, size: 1200Gi }} }}\n{AwsStack.ExistingNetwork}");
        (double?, double?)[] ports = [(988, 988), (1018, 1023)];
        Assert.Equal(ports, graph.Resources.OfType<SecurityGroupIngressRule>().Select(r => (r.Number("fromPort"), r.Number("toPort"))));
        Assert.Equal(ports, graph.Resources.OfType<SecurityGroupEgressRule>().Select(r => (r.Number("fromPort"), r.Number("toPort"))));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Scratch_space_shows_the_bucket_it_is_filled_from(string environment)
    {
        var source = AwsStack.Fine($"strata:storage: {{ lake: {{ kind: objects }}, x: {{ kind: scratch, size: 1200Gi, source: lake }} }}\n{AwsStack.ExistingNetwork}", environment).Only<DataRepositoryAssociation>();
        Assert.Equal("/lake", source.Text("fileSystemPath"));
        Assert.Contains("s3://${lake.id}", source.Json("dataRepositoryPath"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_under_someone_elses_key_is_warned_of() => Assert.Equal("STR374", AwsStack.Problem(
        $"strata:storage: {{ lake: {{ kind: objects }}, x: {{ kind: scratch, size: 1200Gi, source: lake }} }}\nstrata:encryption: {{ existing: \"arn:aws:kms:eu-west-1:1:key/k\" }}\n{AwsStack.ExistingNetwork}").Code);

    [Theory]
    [InlineData("balanced", "gp3")]
    [InlineData("fast", "io2")]
    public void Disks_are_encrypted_and_as_fast_as_asked(string speed, string type)
    {
        var parameters = AwsStack.Disks($"{{ kind: block, speed: {speed} }}").Only<StorageClass>().Json("parameters");
        Assert.Contains($"\"type\":\"{type}\",\"encrypted\":\"true\"", parameters, StringComparison.Ordinal);
        Assert.Contains("\"kmsKeyId\":", parameters, StringComparison.Ordinal);
        Assert.Contains("\"team=ml\"", parameters, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_keys_of_the_stacks_own_disks_are_encrypted_all_the_same()
    {
        var parameters = AwsStack.Disks("{ kind: block }", "strata:encryption: { customerKeys: false }").Only<StorageClass>().Json("parameters");
        Assert.Contains("\"encrypted\":\"true\"", parameters, StringComparison.Ordinal);
        Assert.DoesNotContain("kmsKeyId", parameters, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ kind: block }", false, "true")]
    [InlineData("{ kind: block, default: false }", false, "false")]
    [InlineData("{ kind: block }", true, "false")]
    public void Only_the_owner_of_a_cluster_chooses_its_default_class(string disks, bool shared, string expected) => Assert.Contains(
        $"\"storageclass.kubernetes.io/is-default-class\":\"{expected}\"", AwsStack.Disks(disks, shared: shared).Only<StorageClass>().Json("metadata"), StringComparison.Ordinal);

    [Fact]
    public void Snapshots_find_the_volumes_by_the_tag_that_the_class_gives_them()
    {
        var graph = AwsStack.Disks("{ kind: block, keepSnapshots: 7 }", environment: "prod");
        Assert.Contains("\"strata-storage-class=ml-dev-disks\"", graph.Only<StorageClass>().Json("parameters"), StringComparison.Ordinal);
        Assert.Contains("\"key\":\"strata-storage-class\",\"value\":\"ml-dev-disks\"", graph.Only<Selection>().Json("selectionTags"), StringComparison.Ordinal);
        Assert.Contains("\"deleteAfter\":7", graph.Only<Plan>().Json("rules"), StringComparison.Ordinal);
        Assert.Contains("backup.amazonaws.com", graph.Only<Role>().Json("assumeRolePolicy"), StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void The_provider_takes_all_of_it(string environment)
    {
        var files = AwsStack.Fine(
            $"strata:storage: {{ lake: {{ kind: objects, events: true, tierAfterDays: 30, expireAfterDays: 400 }}, homes: {{ kind: files }}, x: {{ kind: scratch, size: 2400Gi, source: lake }} }}\n{AwsStack.ExistingNetwork}",
            environment);
        Assert.Empty(SharedTools.CheckResources(AwsStack.Json(files)));
        Assert.Empty(SharedTools.CheckResources(AwsStack.Json(AwsStack.Disks("{ kind: block, snapshots: true, speed: fast }", environment: environment))));
    }
}
