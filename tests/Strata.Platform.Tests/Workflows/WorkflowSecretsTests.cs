using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;

namespace Strata.Platform.Tests.Workflows;

/// <summary>The Kubernetes secrets that rendered pods read.</summary>
public sealed class WorkflowSecretsTests
{
    private const string Stack = """
        config:
          aws:region: eu-central-1
          strata:cloud: CLOUD
          strata:account: "123456789012"
          strata:team: sample
          strata:environment: dev
          strata:organization: acme
          strata:storage:
            lake: { kind: objects }
          strata:compute:
            cluster: CLUSTER
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
          strata:registries:
            images: REGISTRY
          strata:images:
            churn: { requirements: [boto3==1.40.1] }
          strata:schedulers:
            main: { engine: ENGINE }
          strata:secrets:
            wandb: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f5 }
            chat: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f6 }
            other: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f7 }
          strata:workflows:
            train:
              SETTINGS
              steps:
                pull: { image: churn, command: [a], secrets: { KEY: { secret: wandb } } }

        """;

    [Theory]
    [InlineData("airflow", "notify: { webhook: { secret: chat } }", "chat,wandb")]
    [InlineData("argo", "notify: { webhook: { secret: chat } }", "chat,wandb")]
    [InlineData("cronjob", "schedule: '0 3 * * *'", "wandb")]
    public void Those_that_workflows_name_are_in_the_namespace_of_their_pods(string engine, string settings, string secrets)
    {
        var (graph, _) = Expand("aws", engine, settings, "{}", "{ images: [churn] }");
        var found = graph!.Resources.Where(resource => resource.TypeToken == "kubernetes:core/v1:Secret" && Text(resource, "metadata").Contains("\"strata-", StringComparison.Ordinal)).ToList();
        Assert.Equal(secrets.Split(',').Select(name => $"cluster-strata-{name}"), found.Select(secret => secret.LogicalName).Order(StringComparer.Ordinal));
        Assert.All(found, secret => Assert.Contains("namespace: \"sample-dev\"", Text(secret, "metadata"), StringComparison.Ordinal));

        // The text is put in by the engine alone.
        Assert.All(found, secret => Assert.IsType<SecretValue>(secret.InputProperties.First(input => input.Name == "stringData").Value));
        Assert.All(found, secret => Assert.DoesNotContain("9Zb1p2mXq7c0aK3d", Text(secret, "stringData"), StringComparison.Ordinal));
    }

    [Fact]
    public void Where_manifests_are_rendered_whoever_runs_the_cluster_makes_them()
    {
        var (graph, diagnostics) = Expand("kubernetes", "argo", "description: A", "{ context: c, renderTo: m, gitOps: flux }", "{ engine: registry, images: [churn], host: r.acme.example, password: { secret: other } }");
        Assert.DoesNotContain(graph!.Resources, resource => resource.LogicalName == "cluster-strata-wandb");
        Assert.Contains(diagnostics, problem => problem.Message.Contains("kubectl create secret generic strata-wandb --from-literal=value=… --namespace sample-dev", StringComparison.Ordinal));
    }

    private static string Text(Resource resource, string input) => ValueText.Of(resource.InputProperties.First(one => one.Name == input).Value);

    private static (ResourceGraph? Graph, IReadOnlyList<Strata.Diagnostics.Diagnostic> Diagnostics) Expand(string cloud, string engine, string settings, string cluster, string registry)
    {
        var text = Stack.Replace("CLOUD", cloud, StringComparison.Ordinal).Replace("ENGINE", engine, StringComparison.Ordinal).Replace("SETTINGS", settings, StringComparison.Ordinal)
            .Replace("CLUSTER", cluster, StringComparison.Ordinal).Replace("REGISTRY", registry, StringComparison.Ordinal);
        var (graph, diagnostics) = new StackRepository(new StackFolder { ["Pulumi.sample.yaml"] = text }).Expand("sample");
        Assert.True(graph is not null, string.Join('\n', diagnostics.Select(problem => problem.Message)));
        return (graph, diagnostics);
    }
}
