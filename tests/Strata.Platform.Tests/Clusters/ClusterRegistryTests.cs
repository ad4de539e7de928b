using Strata.Graph;

namespace Strata.Platform.Tests.Clusters;

public sealed class ClusterRegistryTests
{
    private const string Stack = """
        strata:compute: { cluster: {} }
        strata:secrets: { door: { secure: v1:abc:def } }
        strata:registries: { images: REGISTRY }
        """;

    [Fact]
    public void Harbor_has_no_value_that_its_chart_made_known_to_all()
    {
        var harbor = Fine("{ engine: harbor, host: registry.acme.example, password: { secret: door } }").One("Release", "images");
        Assert.Equal("\"harbor-admin\"", harbor.Show("values.existingSecretAdminPassword"));
        Assert.Equal("\"harbor-internals\"", harbor.Show("values.existingSecretSecretKey"));
    }

    [Fact]
    public void Without_a_password_Harbors_administrator_gets_one_made_in_the_cluster() =>
        Assert.Single(Fine("{ engine: harbor, host: registry.acme.example }").Every("Job"), job => job.LogicalName == "images-harbor-admin-secret");

    [Fact]
    public void What_Harbor_keeps_is_set_through_its_api() =>
        Assert.Contains("{name: \"KEEP\", value: \"7\"}", Fine("{ engine: harbor, host: registry.acme.example, immutable: false, keep: 7 }").One("Job", "images-settings").Show("spec.template.spec"), StringComparison.Ordinal);

    [Fact]
    public void The_plain_registry_frees_space_only_while_it_does_not_serve()
    {
        var resources = Fine("{ host: registry.acme.example, immutable: false, scan: false, password: { secret: door } }");
        Assert.Equal("\"Recreate\"", resources.One("Deployment", "images").Show("spec.strategy.type"));
        Assert.Contains("garbage-collect", resources.One("Deployment", "images").Show("spec.template.spec.initContainers"), StringComparison.Ordinal);
        Assert.Contains("rollout", resources.One("CronJob", "images-cleanup").Show("spec"), StringComparison.Ordinal);
    }

    [Fact]
    public void Passwords_of_the_stack_file_stay_secret_inside_the_pull_secret()
    {
        var resources = Fine("{ host: registry.acme.example, immutable: false, scan: false, password: { secret: door }, pull: { user: ml, password: { secret: door } } }");
        var secret = resources.One("Secret", "images-images-pull");
        Assert.IsType<SecretValue>(secret.At("stringData"));
        Assert.Equal("\"images-pull\"", resources.One("ServiceAccount", "cluster-workload-account").Show("imagePullSecrets[0].name"));
    }

    [Theory]
    [InlineData("{ immutable: false, scan: false, password: { secret: door } }", "STR378")]
    [InlineData("{ host: registry.acme.example }", "STR378")]
    [InlineData("{ host: registry.acme.example, immutable: false, scan: false, password: { secret: door }, pullThrough: { quay.io: {} } }", "STR379")]
    [InlineData("{ host: registry.acme.example, immutable: false, scan: false, password: { secret: door }, keep: 7 }", "STR377")]
    [InlineData("{ engine: ecr }", "STR304")]
    [InlineData("{ engine: artifact-registry }", "STR304")]
    public void What_a_registry_in_a_cluster_needs_or_lacks_is_said(string registry, string code) =>
        Assert.Equal(code, KubernetesStack.Problem(Stack.Replace("REGISTRY", registry, StringComparison.Ordinal)).Code);

    private static IReadOnlyList<Resource> Fine(string registry) => KubernetesStack.Fine(Stack.Replace("REGISTRY", registry, StringComparison.Ordinal));
}
