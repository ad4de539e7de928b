using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Cells;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Rendering;

namespace Strata.Platform.Tests.Schedulers;

/// <summary>Kubeflow Pipelines on a team's own cluster: what its golden cells do not say by themselves.</summary>
public sealed class KubeflowTests
{
    private static readonly string[] ClusterWide = ["ClusterRole", "ClusterRoleBinding", "CustomResourceDefinition", "MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    public static TheoryData<string> Cells => [.. Cell.AllBuilt.Where(cell => cell.Kind.Name == "kubeflow" && cell.Realization.Managed is false).Select(cell => cell.Path)];

    /// <summary>Two teams on one cluster share nothing but the operators.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Nobody_has_rights_in_the_whole_cluster(string path) =>
        Assert.DoesNotContain(Cell.Of(path).Own("prod").Resources, resource => ClusterWide.Contains(resource.TypeToken.Split(':')[^1]));

    /// <summary>A server that names an account which is not there would never start.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_account_and_every_secret_that_a_pod_names_is_there(string path)
    {
        var own = Cell.Of(path).Own("prod").Resources;
        foreach (var deployment in own.Where(resource => resource.TypeToken == "kubernetes:apps/v1:Deployment"))
        {
            var text = Strata.Graph.Formats.ValueText.Of(deployment.InputProperties.First(input => input.Name == "spec").Value);
            foreach (var (key, type) in new[] { ("serviceAccountName: \"", "ServiceAccount"), ("secretKeyRef: {name: \"", "Secret") })
            {
                foreach (var named in text.Split(key)[1..].Select(rest => rest.Split('"')[0]))
                {
                    Assert.True(
                        own.Any(resource => resource.TypeToken.EndsWith($":{type}", StringComparison.Ordinal) && MetaOf(resource) == (named, MetaOf(deployment).Space)),
                        $"{path}: {deployment.LogicalName} names the {type} '{named}', which is not there.");
                }
            }
        }
    }

    [Theory]
    [InlineData("0 3 * * 1", "0 0 3 * * 1")]
    [InlineData("0 3 * * 7", "0 0 3 * * 0")]
    [InlineData("*/5 0 1 1 5-7", "0 */5 0 1 1 5,6,0")]
    [InlineData("0 3 * * 1-7/3,sat", "0 0 3 * * 1,4,0,sat")]
    [InlineData("0 3 * * fri-7", "0 0 3 * * 5,6,0")]
    public void Schedules_have_seconds_and_one_word_for_Sunday(string said, string written) =>
        Assert.Contains($"SCHEDULE = \"{written}\"\n", Program($"schedule: \"{said}\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ engine: kubeflow, managed: false }", "main-pipelines main-pipelines-training")]
    [InlineData("{ engine: argo }", "main-results main-events")]
    public void An_identity_that_a_workflow_runs_as_may_what_the_engine_asks_of_its_pods(string scheduler, string bindings)
    {
        var (graph, diagnostics) = new StackRepository(new StackFolder
        {
            ["Pulumi.sample.yaml"] = Around.Replace("SCHEDULERS", $"main: {scheduler}", StringComparison.Ordinal),
        }).Expand("sample");
        Assert.True(graph is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        var bound = graph.Resources.Where(resource => resource.TypeToken.EndsWith(":RoleBinding", StringComparison.Ordinal) && bindings.Split(' ').Contains(resource.LogicalName)).ToList();
        Assert.Equal(2, bound.Count);
        Assert.Contains(bound, binding => Strata.Graph.Formats.ValueText.Of(binding.InputProperties.First(input => input.Name == "subjects").Value).Contains("name: \"training\"", StringComparison.Ordinal));
    }

    /// <summary>Both have a proxy for signing in, in the team's namespace.</summary>
    [Fact]
    public void Two_histories_of_Spark_have_proxies_of_their_own()
    {
        var (graph, diagnostics) = new StackRepository(new StackFolder
        {
            ["Pulumi.sample.yaml"] = Around.Replace("SCHEDULERS", "main: { engine: argo }, one: { engine: spark, managed: false, image: acme/spark:1, host: one.acme.example }, two: { engine: spark, managed: false, image: acme/spark:1, host: two.acme.example }", StringComparison.Ordinal),
        }).Expand("sample");
        Assert.True(graph is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        var proxies = graph.Resources.Where(resource => resource.TypeToken == "kubernetes:helm.sh/v3:Release" && resource.LogicalName.EndsWith("sign-in", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, proxies.Select(proxy => Strata.Graph.Formats.ValueText.Of(proxy.InputProperties.First(input => input.Name == "name").Value)).Distinct().Count());
    }

    private const string Around =
        """
        config:
          aws:region: eu-central-1
          strata:team: sample
          strata:environment: dev
          strata:cloud: aws
          strata:access: { signIn: { issuer: https://login.acme.example, clientId: sample, clientSecret: { secret: sign-in } } }
          strata:secrets: { sign-in: { secure: v1:abc:def } }
          strata:storage: { lake: { kind: objects } }
          strata:compute: { cluster: {}, general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 } }
          strata:registries: { images: {} }
          strata:identities: { training: { access: { lake: write } }, other: {} }
          strata:schedulers: { SCHEDULERS }
          strata:images: { churn: { registry: images } }
          strata:workflows: { w: { scheduler: main, identity: training, steps: { a: { image: churn, command: [a] } } } }

        """;

    private static (string Name, string Space) MetaOf(Resource resource) =>
        resource.InputProperties.First(input => input.Name == "metadata").Value is ObjectValue meta && meta["name"] is TextValue name && meta["namespace"] is TextValue space ? (name.Text, space.Text) : ("", "");

    private static string Program(string settings)
    {
        var (files, diagnostics) = WorkflowRenderTests.Render("kubeflow, managed: false", "aws", settings, "        a: { image: churn, command: [a] }\n");
        Assert.True(files is not null, string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)));
        return files.First((RenderedFile file) => file.Path.StartsWith("pipelines/", StringComparison.Ordinal) && !file.Path.EndsWith("strata_step.py", StringComparison.Ordinal)).Content;
    }
}
