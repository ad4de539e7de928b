using Strata.Diagnostics;
using Strata.Graph;
using Strata.Kubernetes.Apps.V1;
using Strata.Kubernetes.Batch.V1;
using Strata.Kubernetes.Core.V1;
using Strata.Kubernetes.Helm.V3;
using Strata.Kubernetes.Networking.V1;
using Strata.Platform.Registries;
using Strata.Platform.Tests.Storage;

namespace Strata.Platform.Tests.Registries;

public sealed class KubernetesRegistryTests
{
    private const string Host = "host: registry.acme.example";
    private const string Secrets = "strata:secrets: { registry: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f5 } }";
    private const string Plain = $"engine: registry, {Host}, password: {{ secret: registry }}, immutable: false, scan: false";

    [Theory]
    [InlineData("engine: ecr", "STR304", Severity.Error)]
    [InlineData("engine: artifact-registry", "STR304", Severity.Error)]
    [InlineData("engine: harbor", "STR378", Severity.Error)]
    [InlineData("engine: registry, password: { secret: registry }, immutable: false, scan: false", "STR378", Severity.Error)]
    [InlineData($"engine: registry, {Host}, immutable: false, scan: false", "STR378", Severity.Error)]
    [InlineData(Plain + ", pullThrough: { quay.io: {} }", "STR379", Severity.Error)]
    [InlineData(Plain + ", keep: 5", "STR377", Severity.Warning)]
    [InlineData($"engine: registry, {Host}, password: {{ secret: registry }}, scan: false", "STR376", Severity.Warning)]
    [InlineData($"engine: harbor, {Host}, keep: 5", "STR375", Severity.Warning)]
    public void What_a_registry_on_a_cluster_cannot_do_is_said(string properties, string code, Severity severity)
    {
        var problem = KubernetesStack.Problem($"strata:registries: {{ images: {{ {properties} }} }}\n{Secrets}");
        Assert.Equal((code, severity), (problem.Code, problem.Severity));
    }

    [Theory]
    [InlineData(Cloud.Aws)]
    [InlineData(Cloud.Gcp)]
    [InlineData(Cloud.Kubernetes)]
    public void Harbor_and_the_plain_registry_run_on_clusters_of_every_cloud(Cloud cloud)
    {
        var kind = Assert.Single(RegistryCatalog.Kinds);
        Assert.IsType<Components.Built>(kind.RealizationOf(new RegistryConfig { Engine = RegistryEngine.Harbor }, cloud));
        Assert.IsType<Components.Built>(kind.RealizationOf(new RegistryConfig { Engine = RegistryEngine.Registry }, cloud));
    }

    [Theory]
    [InlineData(RegistryEngine.Ecr)]
    [InlineData(RegistryEngine.ArtifactRegistry)]
    public void Clouds_own_registries_are_refused_on_a_cluster(RegistryEngine engine) =>
        Assert.IsType<Components.Refused>(Assert.Single(RegistryCatalog.Kinds).RealizationOf(new RegistryConfig { Engine = engine }, Cloud.Kubernetes));

    [Fact]
    public void Harbor_has_no_password_in_its_values()
    {
        var graph = KubernetesStack.Fine($"strata:registries: {{ images: {{ engine: harbor, {Host}, size: 2Ti }} }}");
        var values = graph.Resources.OfType<Release>().Single(r => r.Text("chart") == "harbor").Json("values");
        Assert.Contains("\"existingSecretAdminPassword\":\"harbor-admin\"", values, StringComparison.Ordinal);
        Assert.Contains("\"externalURL\":\"https://registry.acme.example\"", values, StringComparison.Ordinal);
        Assert.Contains("\"size\":\"2048Gi\"", values, StringComparison.Ordinal);
        Assert.DoesNotContain("harborAdminPassword", values, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_of_the_stack_file_is_a_secret_in_the_graph()
    {
        var graph = KubernetesStack.Fine($"strata:registries: {{ images: {{ engine: harbor, {Host}, password: {{ secret: registry }} }} }}\n{Secrets}");
        var secret = graph.Resources.OfType<Secret>().Single(s => s.LogicalName == "images-harbor-admin");
        Assert.IsType<SecretValue>(secret.Input("stringData"));
    }

    [Fact]
    public void A_password_is_never_rendered() => Assert.Equal(
        "STR337", KubernetesStack.Problem($"strata:registries: {{ images: {{ engine: harbor, {Host}, password: {{ secret: registry }} }} }}\n{Secrets}", cluster: "renderTo: manifests").Code);

    [Fact]
    public void The_team_s_pods_cannot_go_round_the_ingress()
    {
        var graph = KubernetesStack.Fine($"strata:registries: {{ images: {{ engine: harbor, {Host} }} }}");
        Assert.DoesNotContain(graph.Resources.OfType<NetworkPolicy>(), policy => policy.LogicalName == "images-team");
    }

    [Fact]
    public void The_plain_registry_cleans_before_it_serves_and_starts_anew_for_that()
    {
        var graph = KubernetesStack.Fine($"strata:registries: {{ images: {{ {Plain} }} }}\n{Secrets}");
        var server = graph.Only<Deployment>().Json("spec");
        Assert.Contains("garbage-collect", server, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"Recreate\"", server, StringComparison.Ordinal);
        Assert.Contains("\"rollout\",\"restart\"", graph.Only<CronJob>().Json("spec"), StringComparison.Ordinal);
        Assert.Contains("registry.acme.example", graph.Only<Ingress>().Json("spec"), StringComparison.Ordinal);
    }

    [SharedTheory]
    [InlineData($"engine: harbor, {Host}, pullThrough: {{ quay.io: {{}} }}", "dev", "context: hel1")]
    [InlineData($"engine: harbor, {Host}", "prod", "renderTo: manifests, monitoring: true")]
    [InlineData(Plain, "prod", "context: hel1")]
    public void All_of_it_is_what_the_provider_takes(string properties, string environment, string cluster)
    {
        var graph = KubernetesStack.Fine($"strata:registries: {{ images: {{ {properties} }} }}\n{Secrets}", environment, cluster);
        Assert.DoesNotContain(SharedTools.CheckResources(AwsStack.Json(graph)), f => f.IsError || f.Code is "value-set" or "deprecated" or "plain-secret");
    }
}
