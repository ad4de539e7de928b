namespace Strata.Platform.Tests.Clusters;

public sealed class OperatorTests
{
    [Fact]
    public void A_cluster_gets_what_every_cluster_needs() =>
        Assert.Equal(
            ["cluster-cert-manager", "cluster-jobset", "cluster-kueue", "cluster-external-secrets"],
            KubernetesStack.Fine("strata:compute: { cluster: {} }").Every("Release").Select(r => r.LogicalName));

    [Fact]
    public void Pools_with_gpus_bring_their_operator_and_tables_theirs()
    {
        var names = KubernetesStack.Fine("""
            strata:storage: { tables: { kind: warehouse } }
            strata:compute:
              cluster: {}
              gpu: { kind: pool, machine: { cpu: 8, memory: 32Gi, gpu: { type: l4 } }, max: 2 }
            """).Every("Release").Select(r => r.LogicalName).ToList();
        Assert.Contains("cluster-gpu-operator", names);
        Assert.Contains("cluster-cloudnative-pg", names);
    }

    [Fact]
    public void What_the_cluster_has_is_not_installed_again() =>
        Assert.DoesNotContain(KubernetesStack.Fine("strata:compute: { cluster: { installed: [cert-manager] } }").Every("Release"), r => r.LogicalName == "cluster-cert-manager");

    [Fact]
    public void A_queue_waits_for_kueue()
    {
        var resources = KubernetesStack.Fine("strata:compute: { cluster: {}, general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 2 } }");
        Assert.True(resources.One("ClusterQueue", "cluster-queue").DependsOn(resources.One("Release", "cluster-kueue")));
    }

    [Fact]
    public void Grafanas_password_is_made_in_the_cluster()
    {
        var resources = KubernetesStack.Fine("strata:compute: { cluster: { monitoring: true } }");
        Assert.Equal("\"grafana-admin\"", resources.One("Release", "cluster-kube-prometheus-stack").Show("values.grafana.admin.existingSecret"));
        Assert.True(resources.One("Release", "cluster-kube-prometheus-stack").DependsOn(resources.One("Job", "cluster-grafana-admin-secret")));
        Assert.Contains("resourceNames: [\"grafana-admin\"], verbs: [\"get\", \"patch\"]", resources.One("Role", "cluster-grafana-admin-secret").Show("rules"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_on_a_shared_cluster_need_the_owner_to_have_their_operator() =>
        Assert.Equal("STR369", KubernetesStack.Problem(
            "strata:storage: { tables: { kind: warehouse } }\nstrata:compute: { cluster: { from: platform } }", platform: "strata:compute: { cluster: {} }").Code);

    [Fact]
    public void An_owner_can_install_an_operator_for_others() =>
        Assert.NotEmpty(KubernetesStack.Fine(
            "strata:storage: { tables: { kind: warehouse } }\nstrata:compute: { cluster: { from: platform } }", platform: "strata:compute: { cluster: { operators: [postgres] } }"));

    [Fact]
    public void What_is_not_Stratas_to_decide_is_warned_of() =>
        Assert.Equal("STR359", KubernetesStack.Problem("strata:compute: { cluster: { version: \"1.34\" } }").Code);
}
