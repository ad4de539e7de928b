using Strata.Platform.Rendering;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Rendered files by the schemas of those who read them.</summary>
public sealed class RenderedSchemaTests
{
    private const string ToJson = "import json, sys, yaml\nclass L(yaml.SafeLoader): pass\nL.yaml_implicit_resolvers = {k: [r for r in v if r[0] != 'tag:yaml.org,2002:bool'] for k, v in L.yaml_implicit_resolvers.items()}\nL.add_implicit_resolver('tag:yaml.org,2002:bool', __import__('re').compile('^(true|false)$'), list('tf'))\nprint('\\n'.join(json.dumps(d) for d in yaml.load_all(sys.stdin.read(), L)))";

    public static TheoryData<string> Samples => StackFilesTests.Samples;

    [SharedTheory]
    [MemberData(nameof(Samples))]
    public void Dev_containers_are_what_editors_take(string sample) =>
        Check("devcontainer/devContainer.base.schema.json", Files(sample, path => path.EndsWith("devcontainer.json", StringComparison.Ordinal)).Select(file => (file.Path, file.Content)));

    [SharedTheory]
    [MemberData(nameof(Samples))]
    public void Workflows_are_what_GitHub_takes(string sample) =>
        Check("schemastore/github-workflow.json", Files(sample, path => path.StartsWith(".github/", StringComparison.Ordinal)).SelectMany(Documents));

    [SharedTheory]
    [MemberData(nameof(Samples))]
    public void Catalogs_are_what_Backstage_takes(string sample) =>
        Check("schemastore/catalog-info.json", Files(sample, path => path == "catalog-info.yaml").SelectMany(Documents));

    [SharedFact]
    public void Deployments_are_what_Prefect_takes() =>
        Check("prefect/prefect.yaml.schema.json", ((string[])["prefect-gcp", "prefect-kubernetes", "prefect-each"])
            .SelectMany(name => Documents(new RenderedFile(name, Golden.Read($"workflows/{name}/flows/main/prefect.yaml"), "workflows/prefect"))));

    [SharedTheory]
    [MemberData(nameof(Samples))]
    public void Projects_are_what_MLflow_takes(string sample) => Check("mlproject.derived.schema.json", Files(sample, path => path.EndsWith("/MLproject", StringComparison.Ordinal)).SelectMany(Documents));

    [SharedTheory]
    [MemberData(nameof(Stacks))]
    public void Machines_are_set_up_as_cloud_init_takes_it(string stack) =>
        Check("cloud-init/schema-cloud-config-v1.json", Of(stack).Where(file => file.Path.EndsWith(".cloud-init.yaml", StringComparison.Ordinal)).SelectMany(Documents));

    [SharedTheory]
    [MemberData(nameof(Stacks))]
    public void Values_are_what_the_chart_of_JupyterHub_takes(string stack)
    {
        var values = Of(stack).Where(file => file.Path.StartsWith("workspaces/", StringComparison.Ordinal) && file.Path.EndsWith(".values.yaml", StringComparison.Ordinal)).SelectMany(Documents).ToList();
        Assert.Empty(values.Count == 0 ? [] : SharedTools.CheckSchema("schemas/runtime/helm/jupyterhub-values.schema.json", values, isPartial: true));
    }

    /// <summary>mise reads TOML, and Python has a reader of it.</summary>
    [Theory]
    [MemberData(nameof(Stacks))]
    public void Tools_are_pinned(string stack)
    {
        foreach (var file in Of(stack).Where(file => file.Path == "mise.toml"))
        {
            var said = Rendered.Run("python3", ["-c", "import re, sys, tomllib\nfor tool, version in tomllib.loads(sys.stdin.read())['tools'].items():\n    assert re.fullmatch(r'[0-9]+(\\.[0-9]+)+', version), tool"], file.Content);
            Assert.True(said is null or (0, _), said?.Output);
        }
    }

    [SharedTheory]
    [MemberData(nameof(Stacks))]
    public void Local_services_are_what_Compose_takes(string stack) =>
        Check("compose-spec.json", Of(stack).Where(file => file.Path == "local/compose.yaml").SelectMany(Documents));

    /// <summary>What Argo CD and Flux read, and all objects of kinds whose definitions are there.</summary>
    [SharedTheory]
    [MemberData(nameof(Stacks))]
    public void Manifests_are_what_their_kinds_take(string stack)
    {
        var manifests = Of(stack).Where(file => file.Path.StartsWith("gitops/", StringComparison.Ordinal)).SelectMany(Documents).ToList();
        Assert.Empty(manifests.GroupBy(manifest => ClusterKinds.SchemaOf(manifest.Item2)).SelectMany(kind => kind.Key is null ? [] : SharedTools.CheckSchema(kind.Key, kind)));
    }

    public static TheoryData<string> Stacks => [.. StackFilesTests.SampleNames, "vision-onprem"];

    /// <summary>DVC has no schema for its settings; it reads them with Python's own parser.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Settings_of_DVC_name_their_remote(string sample)
    {
        foreach (var file in Files(sample, path => path == ".dvc/config"))
        {
            var said = Rendered.Run("python3", ["-c", "import configparser, sys\nc = configparser.ConfigParser()\nc.read_string(sys.stdin.read())\nprint(c['\\'remote \"' + c['core']['remote'] + '\"\\'']['url'])"], file.Content);
            Assert.True(said is null or (0, _), said?.Output);
        }
    }

    /// <summary>What operators bring; Kubernetes' own kinds are held to its schema where resources are.</summary>
    [SharedTheory]
    [MemberData(nameof(Samples))]
    public void Objects_are_what_their_operators_take(string sample)
    {
        foreach (var (origin, json) in Files(sample, path => path.EndsWith("/objects.yaml", StringComparison.Ordinal) || path.EndsWith("/job.yaml", StringComparison.Ordinal)).SelectMany(Documents))
        {
            using var document = System.Text.Json.JsonDocument.Parse(json);
            var (kind, version) = (document.RootElement.GetProperty("kind").GetString()!.ToLowerInvariant(), document.RootElement.GetProperty("apiVersion").GetString()!);
            if (version.Contains('.', StringComparison.Ordinal))
            {
                var parts = version.Split('/');
                Assert.Empty(SharedTools.CheckSchema($"schemas/crds/{parts[0]}_{kind}s.json#versions/{parts[1]}/schema", [(origin, json)]));
            }
        }
    }

    private static IEnumerable<RenderedFile> Files(string sample, Func<string, bool> takes) => Of(sample).Where(file => takes(file.Path));

    private static IReadOnlyList<RenderedFile> Of(string stack) => File.Exists(Repository.PathOf($"stacks/Pulumi.{stack}.yaml"))
        ? Rendered.Of(new Stacks.CaseFolder("stacks"), stack).Files!
        : Rendered.OfText(File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{stack}.yaml")).ReplaceLineEndings("\n"));

    internal static IEnumerable<(string, string)> Documents(RenderedFile file)
    {
        var said = Rendered.Run("python3", ["-c", ToJson], file.Content);
        return said is not (0, var json) ? [] : json.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((document, index) => ($"{file.Path} {index + 1}", document));
    }

    private static void Check(string schema, IEnumerable<(string Origin, string Json)> documents)
    {
        List<(string, string)> found = [.. documents];
        Assert.Empty(found.Count == 0 ? [] : SharedTools.CheckSchema($"schemas/runtime/{schema}", found));
    }
}
