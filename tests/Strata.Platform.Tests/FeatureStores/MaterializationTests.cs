using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Stacks.Explain;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Rendering;

namespace Strata.Platform.Tests.FeatureStores;

/// <summary>Features are brought online by a scheduler of the stack where one can, and else by a CronJob.</summary>
public sealed class MaterializationTests
{
    private const string Around =
        """
        config:
          aws:region: eu-central-1
          gcp:project: acme-ml
          gcp:region: europe-west4
          gcp:zone: europe-west4-a
          strata:account: "123456789012"
          strata:team: weld
          strata:environment: dev
          strata:organization: acme
          strata:owner: weld@acme.example
          strata:access: { members: [MEMBER] }
          strata:cloud: CLOUD
          strata:compute:
            cluster: CLUSTER
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
            jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }
          strata:storage:
            lake: { kind: objects }
            tables: { kind: warehouse }
          strata:secrets: { key: { secure: v1:abc:def } }
          strata:schedulers:
            main: { engine: ENGINE }
          strata:featureStores:
            seams:
              engine: feast
              offline: tables
              registry: lake
              entities: { seam: { key: seam_id } }
              views:
                faults: { entities: [seam], source: { table: faults, eventTime: seen_at }, features: { count_30d: { type: int32 } }, owner: weld@acme.example, freshness: 6h }

        """;

    [Theory]
    [InlineData("argo", "kubernetes", "workflows/seams-materialize.yaml")]
    [InlineData("argo", "aws", "workflows/seams-materialize.yaml")]
    [InlineData("argo", "gcp", "workflows/seams-materialize.yaml")]
    [InlineData("airflow, dags: { repository: \"https://git.acme.example/weld.git\" }, managed: false", "kubernetes", "dags/seams-materialize.py")]
    [InlineData("airflow, managed: true", "aws", "dags/seams-materialize.py")]
    [InlineData("airflow, managed: true", "gcp", "dags/seams-materialize.py")]
    [InlineData("prefect", "kubernetes", "flows/main/seams_materialize.py")]
    [InlineData("dagster, code: { definitions: images.acme.example/workflows:1 }", "aws", "dagster/main/seams_materialize.py")]
    [InlineData("kubeflow, managed: false", "kubernetes", "pipelines/seams-materialize.py")]
    [InlineData("kubeflow, managed: false", "gcp", "pipelines/seams-materialize.py")]
    public void The_scheduler_makes_a_job_of_the_CronJob_which_does_not_start_by_itself(string engine, string cloud, string file)
    {
        var stack = Stack(engine, cloud);
        var files = Render(stack);
        var rendered = files.Single(one => one.Path == file).Content;
        Assert.Contains(files, one => one.Path.Split('/')[0] == file.Split('/')[0] && one.Content.Contains("7 */6 * * *", StringComparison.Ordinal));
        Assert.Contains("seams-materialize", rendered, StringComparison.Ordinal);
        Assert.Contains("quay.io/feastdev/feature-server:", rendered, StringComparison.Ordinal);

        // No key to a store of the scheduler's, which its account does not have.
        Assert.DoesNotContain("seams-materialize-s3", rendered, StringComparison.Ordinal);

        var graph = Graph(stack);
        Assert.Contains("suspend: true", Of(graph, "kubernetes:batch/v1:CronJob", "seams-materialize"), StringComparison.Ordinal);
        var role = Of(graph, "kubernetes:rbac.authorization.k8s.io/v1:Role", "seams-materialize");
        Assert.Contains("resourceNames", role, StringComparison.Ordinal);
        Assert.Contains("\"create\"", role, StringComparison.Ordinal);
        Of(graph, "kubernetes:core/v1:ServiceAccount", "seams-materialize-account");

        // Argo's executor says how a step went as the step's own account.
        if (engine.StartsWith("argo", StringComparison.Ordinal))
        {
            Assert.Contains("\"seams-materialize\"", Of(graph, "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "main-results"), StringComparison.Ordinal);
        }
        else if (engine.StartsWith("kubeflow", StringComparison.Ordinal))
        {
            Of(graph, "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", "main-pipelines-seams-materialize");
        }
    }

    /// <summary>What fetches the flow's own code is not the step.</summary>
    [Fact]
    public void A_flow_still_reaches_the_store_of_its_code() =>
        Assert.Contains("AWS_ENDPOINT_URL", Render(Stack("prefect", "kubernetes")).Single(file => file.Path == "flows/main/prefect.yaml").Content, StringComparison.Ordinal);

    [Theory]
    [InlineData("cronjob", "kubernetes", "")]
    [InlineData("cronjob", "kubernetes", "main")]
    [InlineData("step-functions", "aws", "")]
    [InlineData("metaflow", "kubernetes", "")]
    [InlineData("argo }\n    second: { engine: argo, events: false", "kubernetes", "")]
    public void Else_the_CronJob_starts_by_itself(string engine, string cloud, string named)
    {
        var stack = Stack(engine, cloud, named);
        Assert.DoesNotContain(Render(stack), file => file.Path.Contains("materialize", StringComparison.Ordinal));
        var graph = Graph(stack);
        Assert.DoesNotContain("suspend", Of(graph, "kubernetes:batch/v1:CronJob", "seams-materialize"), StringComparison.Ordinal);
        Assert.DoesNotContain(graph.Resources, one => one.LogicalName == "seams-materialize-account");
    }

    [Theory]
    [InlineData("step-functions", "aws", "do not run in the cluster")]
    [InlineData("metaflow", "kubernetes", "cannot say which account")]
    [InlineData("kubeflow, managed: true", "gcp", "do not run in the cluster")]
    [InlineData("workflows, cloud: gcp", "aws", "It is on Google Cloud")]
    public void A_scheduler_that_cannot_is_refused(string engine, string cloud, string reason)
    {
        var (_, problems) = Rendered.Of(Files(Stack(engine, cloud, "main")), "sample");
        var problem = Assert.Single(problems, one => one.Code == "STR876");
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.EndsWith(",18)", problem.Span.ToString(), StringComparison.Ordinal); // At 'scheduler'.
    }

    [Theory]
    [InlineData("argo", "main", "The only scheduler of the stack that can.")]
    [InlineData("metaflow", "a CronJob", "Not exactly one scheduler of the stack can.")]
    public void It_is_explained_where_the_file_leaves_it_open(string engine, string what, string why)
    {
        var model = new StackRepository(Files(Stack(engine, "kubernetes"))).Bind("sample")!.Model!;
        var said = Assert.Single(Explainer.Explain(model, "featureStores.seams.scheduler"));
        Assert.Equal((what, why), (said.Value, said.Why));
    }

    [Fact]
    public void Its_name_is_not_for_another_workflow()
    {
        var stack = Stack("argo", "kubernetes") + "  strata:workflows:\n    seams-materialize: { steps: { one: { image: trainer, command: [a] } } }\n  strata:images: { trainer: { requirements: [pandas==2.3.1] } }\n  strata:registries: { hub: { engine: harbor, images: [trainer], host: hub.acme.example, password: { secret: key } } }\n";
        var (_, problems) = Rendered.Of(Files(stack), "sample");
        Assert.Single(problems, one => one.Code == "STR877");
    }

    [Theory]
    [InlineData("Complete", 0, "")]
    [InlineData("Failed", 1, "The job failed: too many tries")]
    public void The_step_waits_for_the_job_that_it_makes(string end, int exit, string said)
    {
        var lines = Render(Stack("argo", "kubernetes")).Single(file => file.Path == "workflows/seams-materialize.yaml").Content.Split('\n')
            .SkipWhile(line => !line.EndsWith("|-", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.Length == 0 || line.StartsWith("            ", StringComparison.Ordinal));
        var program = string.Join('\n', lines.Select(line => line.Length == 0 ? line : line[12..]));
        if (Rendered.Run("python3", [Repository.PathOf("tests/Strata.Platform.Tests/FeatureStores/job_starter_test.py"), end], program) is { } run)
        {
            Assert.Equal((exit, true), (run.Exit, run.Output.Contains(said, StringComparison.Ordinal)));
            Assert.Contains("Started seams-materialize-x1", run.Output, StringComparison.Ordinal);
        }
    }

    private static string Stack(string engine, string cloud, string scheduler = "") => Around
        .Replace("CLOUD", cloud, StringComparison.Ordinal)
        .Replace("MEMBER", cloud == "gcp" ? "weld@acme.example" : "arn:aws:iam::123456789012:role/weld", StringComparison.Ordinal)
        .Replace("CLUSTER", cloud == "kubernetes" ? "{ context: hel1 }" : "{}", StringComparison.Ordinal)
        .Replace("    jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }\n", cloud == "kubernetes" ? "" : "    jobs: { kind: batch, machine: { cpu: 4, memory: 16Gi }, max: 4, access: { lake: write } }\n", StringComparison.Ordinal)
        .Replace("ENGINE", engine, StringComparison.Ordinal)
        .Replace("      registry: lake\n", scheduler.Length == 0 ? "      registry: lake\n" : $"      registry: lake\n      scheduler: {scheduler}\n", StringComparison.Ordinal);

    private static StackFolder Files(string text) => new() { ["Pulumi.sample.yaml"] = text };

    private static IReadOnlyList<RenderedFile> Render(string text) => Rendered.OfText(text);

    private static ResourceGraph Graph(string text)
    {
        var (graph, diagnostics) = new StackRepository(Files(text)).Expand("sample");
        Assert.True(graph is not null, string.Join('\n', diagnostics.Where(one => one.Severity == Severity.Error)));
        return graph;
    }

    /// <summary>The inputs of the one resource of that type and name.</summary>
    private static string Of(ResourceGraph graph, string type, string name) =>
        string.Join(' ', Assert.Single(graph.Resources, one => one.TypeToken == type && one.LogicalName == name).InputProperties.Select(input => ValueText.Of(input.Value)));
}
