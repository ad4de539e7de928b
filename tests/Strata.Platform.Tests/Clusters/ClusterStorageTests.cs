namespace Strata.Platform.Tests.Clusters;

public sealed class ClusterStorageTests
{
    private const string Cluster = "strata:compute: { cluster: {} }\n";

    [Fact]
    public void All_buckets_are_on_one_server_that_is_large_enough()
    {
        var resources = KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects, size: 1Ti }, models: { kind: objects, size: 1Ti } }");
        Assert.Equal("\"2048Gi\"", resources.One("Release", "cluster-minio").Show("values.persistence.size"));
        Assert.True(resources.One("Job", "models-bucket").DependsOn(resources.One("Release", "cluster-minio")));
    }

    [Fact]
    public void In_prod_the_server_loses_half_of_its_drives_and_no_data()
    {
        var server = KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects, size: 1Ti } }", "prod").One("Release", "cluster-minio");
        Assert.Equal("\"distributed\"", server.Show("values.mode"));
        Assert.Equal("\"512Gi\"", server.Show("values.persistence.size"));
        Assert.True(server.ResourceOptions.Protect);
    }

    [Fact]
    public void The_charts_user_that_everyone_knows_is_not_made() =>
        Assert.Equal("[]", KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects } }").One("Release", "cluster-minio").Show("values.users"));

    [Fact]
    public void An_identity_gets_a_user_that_may_do_what_the_file_says()
    {
        var job = KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects } }\nstrata:identities: { serving: { access: { images: read } } }").One("Job", "serving-s3-secret");
        var steps = job.Show("spec.template.spec");
        Assert.Contains("arn:aws:s3:::ml-dev-images/*", steps, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", steps, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_access_makes_a_new_job()
    {
        string JobFor(string level) => KubernetesStack.Fine(Cluster + $"strata:storage: {{ images: {{ kind: objects }} }}\nstrata:identities: {{ serving: {{ access: {{ images: {level} }} }} }}")
            .One("Job", "serving-s3-secret").Show("metadata.name");
        Assert.NotEqual(JobFor("read"), JobFor("write"));
        Assert.Equal(JobFor("read"), JobFor("read"));
    }

    [Fact]
    public void Stacks_without_identities_have_one_that_may_write_to_all_storage() =>
        Assert.Contains("s3:PutObject", KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects } }").One("Job", "workload-s3-secret").Show("spec.template.spec"), StringComparison.Ordinal);

    [Fact]
    public void Tables_are_three_servers_in_prod_with_backups_in_the_only_bucket()
    {
        var resources = KubernetesStack.Fine(Cluster + "strata:storage: { images: { kind: objects }, tables: { kind: warehouse } }", "prod");
        Assert.Equal("3", resources.One("Cluster", "tables").Show("spec.instances"));
        Assert.Equal("\"s3://ml-dev-images/postgres\"", resources.One("ObjectStore", "tables-backups").Show("spec.configuration.destinationPath"));
        Assert.Equal("\"plugin\"", resources.One("ScheduledBackup", "tables-daily").Show("spec.method"));
    }

    [Fact]
    public void Production_tables_without_backups_are_warned_of() =>
        Assert.Equal("STR347", KubernetesStack.Problem(Cluster + "strata:storage: { tables: { kind: warehouse } }", "prod").Code);

    [Fact]
    public void Who_may_use_the_tables_signs_in_with_a_password_made_in_the_cluster()
    {
        var resources = KubernetesStack.Fine(Cluster + "strata:storage: { tables: { kind: warehouse } }\nstrata:identities: { serving: { access: { tables: read } } }");
        Assert.Contains("inRoles: [\"pg_read_all_data\"]", resources.One("Cluster", "tables").Show("spec.managed.roles"), StringComparison.Ordinal);
        Assert.Equal("\"kubernetes.io/basic-auth\"", resources.One("Secret", "tables-serving").Show("type"));
    }

    [Theory]
    [InlineData("fast: { kind: scratch, size: 1Ti }", "STR398")]
    [InlineData("disks: { kind: block }", "STR398")]
    [InlineData("data: { kind: objects, existing: lake }", "STR348")]
    [InlineData("data: { kind: objects, events: true }", "STR348")]
    [InlineData("data: { kind: objects, tierAfterDays: 3 }", "STR349")]
    [InlineData("tables: { kind: warehouse, engine: athena }", "STR304")]
    [InlineData("tables: { kind: warehouse, engine: bigquery }", "STR304")]
    public void What_a_cluster_cannot_do_is_said(string storage, string code) =>
        Assert.Equal(code, KubernetesStack.Problem(Cluster + $"strata:storage: {{ {storage} }}").Code);

    [Fact]
    public void Longhorn_takes_its_snapshots_itself()
    {
        var resources = KubernetesStack.Fine(Cluster + "strata:storage: { disks: { kind: block, provisioner: driver.longhorn.io, snapshots: true } }");
        Assert.Equal("14", resources.One("RecurringJob", "disks-snapshots").Show("spec.retain"));
        Assert.Empty(resources.Every("CronJob"));
    }

    [Fact]
    public void Other_drivers_are_asked_for_snapshots_every_day() =>
        Assert.Single(KubernetesStack.Fine(Cluster + "strata:storage: { disks: { kind: block, provisioner: rbd.csi.ceph.com, snapshots: true } }").Every("CronJob"));
}
