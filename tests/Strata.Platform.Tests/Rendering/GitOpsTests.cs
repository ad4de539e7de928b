using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Platform.Rendering;
using Strata.Platform.Stacks;
using Strata.Platform.Tests.Loading;
using Strata.Platform.Tests.Stacks;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Manifests that Argo CD and Flux apply, and what tells them to.</summary>
public sealed partial class GitOpsTests
{
    private const string Base = """
        config:
          aws:region: eu-west-1
          strata:team: labels
          strata:environment: dev
          strata:cloud: CLOUD
          GITOPS
          strata:compute:
            cluster: CLUSTER

        """;

    public static TheoryData<string> Rendered_for => ["vision-onprem", "gitops-flux"];

    [Theory]
    [MemberData(nameof(Rendered_for))]
    public void Every_Kubernetes_resource_of_the_graph_is_a_manifest_once(string stack)
    {
        var (files, graph) = Of(stack);
        var manifests = files.Where(file => Layer().IsMatch(file.Path)).Sum(file => file.Content.Split("\n---\n").Length);
        Assert.Equal(graph.Resources.Count(resource => resource.PackageName == "kubernetes" && resource is Graph.CustomResource and not Graph.ProviderResource), manifests);
    }

    [Theory]
    [MemberData(nameof(Rendered_for))]
    public void What_a_release_brings_is_a_layer_after_it(string stack)
    {
        var (files, _) = Of(stack);
        var operators = files.Where(file => Release().IsMatch(file.Content)).Select(file => Layer().Match(file.Path)).Where(match => match.Success).Min(match => match.Groups[1].Value);
        var needing = files.Where(file => file.Content.Contains("kueue.x-k8s.io/", StringComparison.Ordinal) && Layer().IsMatch(file.Path));
        Assert.NotEmpty(needing);
        Assert.All(needing, file => Assert.True(string.CompareOrdinal(Layer().Match(file.Path).Groups[1].Value, operators) > 0, file.Path));
    }

    [Theory]
    [MemberData(nameof(Rendered_for))]
    public void No_secret_s_value_is_in_a_manifest(string stack)
    {
        var written = File.Exists(Repository.PathOf($"stacks/Pulumi.{stack}.yaml")) ? $"stacks/Pulumi.{stack}.yaml" : $"tests/Golden/rendered/{stack}.yaml";
        List<string> secrets = [.. Secure().Matches(File.ReadAllText(Repository.PathOf(written))).Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(secrets);
        Assert.All(Of(stack).Files, file => Assert.DoesNotContain(secrets, secret => file.Content.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public void What_holds_data_stays_when_it_is_taken_out()
    {
        Assert.Contains("kustomize.toolkit.fluxcd.io/prune: disabled", Of("gitops-flux").Files.Text("gitops/cluster/0/filestore-shared.yaml"), StringComparison.Ordinal);
        Assert.Contains("Prune=false", Of("vision-onprem").Files.Text("gitops/cluster/0/filestore-shared.yaml"), StringComparison.Ordinal);

        // With its namespace the data would go as well.
        Assert.Contains("prune: disabled", Of("gitops-flux").Files.Text("gitops/cluster/0/namespace-cluster.yaml").Split("\n---\n")[0], StringComparison.Ordinal);
        Assert.Contains("Prune=false", Of("vision-onprem").Files.Text("gitops/cluster/0/objectserver-cluster-minio.yaml").Split("\n---\n")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kubernetes", "strata:gitOps: { repository: https://git.acme.example/a.git }", "{ context: c }", "STR481")]
    [InlineData("kubernetes", "strata:gitOps: { repository: https://git.acme.example/a.git, credentials: key }", "{ context: c, renderTo: m }", "STR481")]
    [InlineData("kubernetes", "strata:gitOps: { branch: live }", "{ context: c, renderTo: m, gitOps: flux }", "STR481")]
    [InlineData("kubernetes", "strata:gitOps: { credentials: key }", "{ context: c, renderTo: m, gitOps: flux }", "STR481")]
    [InlineData("kubernetes", "strata:gitOps: { repository: https://git.acme.example/a.git, operator: { organization: a } }", "{ context: c, renderTo: m }", "STR482")]
    [InlineData("aws", "strata:gitOps: { operator: { organization: a } }", "{}", "STR480")]
    [InlineData("aws", "strata:gitOps: { repository: https://git.acme.example/a.git, operator: {} }", "{}", "STR483")]
    [InlineData("aws", "strata:gitOps: { repository: https://git.acme.example/a.git, folder: out, operator: { organization: a } }", "{}", "STR481")]
    public void What_cannot_work_is_said(string cloud, string gitOps, string cluster, string code)
    {
        var text = Base.Replace("CLOUD", cloud, StringComparison.Ordinal).Replace("GITOPS", gitOps, StringComparison.Ordinal).Replace("CLUSTER", cluster, StringComparison.Ordinal);
        var (_, diagnostics) = new StackRepository(new StackFolder { ["Pulumi.sample.yaml"] = text }).Expand("sample");
        Assert.Equal([code], diagnostics.Where(problem => problem.Severity == Severity.Error).Select(problem => problem.Code).Distinct());
    }

    [Fact]
    public void Without_a_repository_there_are_manifests_and_no_Application()
    {
        var text = Base.Replace("CLOUD", "kubernetes", StringComparison.Ordinal).Replace("GITOPS", "", StringComparison.Ordinal).Replace("CLUSTER", "{ context: c, renderTo: m }", StringComparison.Ordinal);
        var (files, diagnostics) = Rendered.Of(new StackFolder { ["Pulumi.sample.yaml"] = text }, "sample");
        Assert.Contains(files!, file => file.Path.StartsWith("gitops/cluster/", StringComparison.Ordinal));
        Assert.DoesNotContain(files!, file => file.Path == "gitops/cluster.yaml");
        Assert.Contains(diagnostics, problem => problem is { Code: "STR485", Severity: Severity.Warning });
    }

    [Theory]
    [InlineData("kubernetes", "", "{ context: c, renderTo: m, gitOps: flux }")]
    [InlineData("kubernetes", "strata:gitOps: { folder: out }", "{ context: c, renderTo: m, gitOps: flux }")]
    [InlineData("kubernetes", "strata:access: { ci: { repository: acme/infra } }", "{ context: c, renderTo: m }")]
    public void What_can_be_known_is_not_asked_for(string cloud, string gitOps, string cluster)
    {
        var text = Base.Replace("CLOUD", cloud, StringComparison.Ordinal).Replace("GITOPS", gitOps, StringComparison.Ordinal).Replace("CLUSTER", cluster, StringComparison.Ordinal);
        var file = Rendered.OfText(text).Text("gitops/cluster.yaml");
        Assert.Contains(gitOps.Contains("ci", StringComparison.Ordinal) ? "https://github.com/acme/infra.git" : "name: flux-system", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_of_the_stack_is_never_written()
    {
        var diagnostics = new DiagnosticBag();
        var value = new Graph.ValueMap { ["data"] = new Graph.ValueMap { ["key"] = new Graph.SecretValue(new Graph.ConfigSecretValue("wandb")), ["user"] = new Graph.SecretValue("reader") } };
        Assert.Null(PlainValue.Of((Graph.ObjectValue)value.ToValue(), "the manifest of 'lake'", null, new RenderContext(null!, null!, diagnostics)));
        Assert.Equal("STR484", Assert.Single(diagnostics).Code);
    }

    private static (IReadOnlyList<RenderedFile> Files, Graph.ResourceGraph Graph) Of(string stack)
    {
        IStackFiles files = File.Exists(Repository.PathOf($"stacks/Pulumi.{stack}.yaml"))
            ? new CaseFolder("stacks")
            : new StackFolder { [$"Pulumi.{stack}.yaml"] = File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{stack}.yaml")).ReplaceLineEndings("\n") };
        return (Rendered.Of(files, stack).Files!, new StackRepository(files).Expand(stack).Graph!);
    }

    [GeneratedRegex("^gitops/cluster/([0-9]+)/")]
    private static partial Regex Layer();

    [GeneratedRegex("secure: ([^ }]+)")]
    private static partial Regex Secure();

    [GeneratedRegex("^kind: (HelmRelease|Application)$", RegexOptions.Multiline)]
    private static partial Regex Release();
}
