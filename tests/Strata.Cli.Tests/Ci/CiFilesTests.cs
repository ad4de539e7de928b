using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Strata.Cli.Ci;
using Strata.Cli.Files;
using Strata.Cli.Output.Previews;
using Strata.Diagnostics;
using Strata.Platform.Catalog;
using Strata.Platform.Previews;
using Strata.Templating;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Tests.Ci;

public sealed class CiFilesTests
{
    public static TheoryData<string> Providers => [.. CiFiles.Providers];

    public static TheoryData<string> Workflows => [.. CiFiles.Of("github").Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void The_repository_s_own_workflows_are_current(string path) => Golden.CheckFile(path, Text("github", path));

    [Theory]
    [InlineData("gitlab")]
    [InlineData("circleci")]
    public void Pipelines_of_other_systems_read_like_this(string provider)
    {
        foreach (var (path, _) in CiFiles.Of(provider))
        {
            Golden.Check($"ci/{provider}/{path.TrimStart('.')}", Text(provider, path));
        }
    }

    /// <summary>What one reads of a state another can only read when it is no older.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public void Pipelines_run_the_Pulumi_of_people_s_machines_and_of_the_operator_s_pods(string provider)
    {
        var versions = CiFiles.Of(provider).SelectMany(file => Regex.Matches(Text(provider, file.Path), @"pulumi-v(?:ersion: )?(\d+\.\d+\.\d+)").Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(versions);
        Assert.All(versions, version => Assert.Equal($"{version}-nonroot", ContainerImages.Get("pulumi").Tag));
        Assert.All(versions, version => Assert.Equal(version, DeveloperTools.VersionOf("pulumi")));
    }

    [SharedTheory]
    [InlineData("github", "schemas/runtime/schemastore/github-workflow.json")]
    [InlineData("gitlab", "schemas/runtime/gitlab-ci.json")]
    [InlineData("circleci", "schemas/runtime/circleci.json")]
    public void They_fit_the_schema_of_their_system(string provider, string schema)
    {
        var files = CiFiles.Of(provider).Where(file => file.Path.EndsWith("yml", StringComparison.Ordinal)).Select(file => (file.Path, Json(provider, file.Path).ToJsonString()));
        Assert.Empty(SharedTools.CheckSchema(schema, files));
    }

    [JqTheory]
    [InlineData("preview", false)]
    [InlineData("drift", false)]
    [InlineData("apply", false)]
    [InlineData("apply", true)]
    public void Circleci_goes_on_with_a_job_for_each_stack_by_waves(string action, bool affects)
    {
        var workflows = Jq.Run(Text("circleci", ".circleci/strata-workflows.jq"), affects ? Matrix("github") : """{"include": []}""", "--arg", "action", action);
        Golden.Check($"ci/circleci/{(affects ? "merge" : action == "apply" ? "nothing" : action)}.json", workflows);
        if (SharedTools.Folder is not null)
        {
            var whole = Json("circleci", ".circleci/strata-jobs.yml");
            whole["workflows"] = JsonNode.Parse(workflows);
            Assert.Empty(SharedTools.CheckSchema("schemas/runtime/circleci.json", [(action, whole.ToJsonString())]));
        }
    }

    [JqTheory]
    [InlineData("gitlab")]
    public void Gitlab_goes_on_with_a_stage_for_each_wave(string system)
    {
        var pipeline = Jq.Run(Text("gitlab", ".gitlab/strata-apply.jq"), Matrix(system));
        Golden.Check("ci/gitlab/merge.json", pipeline);
        if (SharedTools.Folder is not null)
        {
            Assert.Empty(SharedTools.CheckSchema("schemas/runtime/gitlab-ci.json", [("apply", pipeline)]));
        }
    }

    /// <summary>Two waves of two environments.</summary>
    private static string Matrix(string system)
    {
        using var text = new StringWriter();
        AffectedMatrix.Write(text, [.. new[] { ("platform-dev", "dev", 0), ("platform-prod", "prod", 0), ("fraud-dev", "dev", 1), ("fraud-prod", "prod", 1) }
            .Select(stack => new AffectedStack(stack.Item1, PreviewStatus.Changed, [], stack.Item3, []) { Environment = stack.Item2 })], system);
        return text.ToString();
    }

    [Fact]
    public void Every_action_is_pinned_by_the_hash_of_a_commit()
    {
        var uses = CiFiles.Of("github").SelectMany(file => Regex.Matches(Text("github", file.Path), "uses: (.*)").Select(match => match.Groups[1].Value)).ToList();
        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches("^[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", use));
    }

    [Fact]
    public void The_preview_of_a_stranger_s_code_has_no_secret_and_no_right_to_write()
    {
        var text = Text("github", ".github/workflows/strata-preview.yml");
        var workflow = Json("github", ".github/workflows/strata-preview.yml");
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.Equal("""{"contents":"read"}""", workflow["permissions"]!.ToJsonString());
        Assert.All(workflow["jobs"]!.AsObject(), job => Assert.Null(job.Value!["permissions"]));
    }

    [Fact]
    public void The_workflow_that_may_write_runs_no_code_of_the_pull_request()
    {
        var workflow = Json("github", ".github/workflows/strata-comment.yml");
        var checkout = workflow["jobs"]!["comment"]!["steps"]!.AsArray().First(step => step!["uses"]?.ToString().StartsWith("actions/checkout", StringComparison.Ordinal) == true);
        Assert.Null(checkout!["with"]!["ref"]);
        Assert.Null(checkout["with"]!["repository"]);
    }

    [Fact]
    public void No_script_holds_an_expression_that_a_stranger_can_fill()
    {
        foreach (var (path, _) in CiFiles.Of("github"))
        {
            foreach (var (_, job) in Json("github", path)["jobs"]!.AsObject())
            {
                Assert.All(job!["steps"]!.AsArray(), step => Assert.DoesNotContain("${{", step!["run"]?.ToString() ?? "", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Another_branch_is_in_no_place_forgotten(string provider)
    {
        var texts = CiFiles.Render(provider, "trunk/ml", Templates(), new DiagnosticBag())!;
        Assert.All(texts, file => Assert.DoesNotMatch(@"\bmain\b(?! branch)", file.Text.Replace("&main", "", StringComparison.Ordinal).Replace("*main", "", StringComparison.Ordinal)));
    }

    private static TemplateLibrary Templates() => new(new DiskTemplates(Repository.Root, ""));

    private static string Text(string provider, string path)
    {
        var problems = new DiagnosticBag();
        var files = CiFiles.Render(provider, "main", Templates(), problems);
        Assert.Empty(problems);
        return files!.Single(file => file.Path == path).Text;
    }

    private static JsonNode Json(string provider, string path)
    {
        var diagnostics = new DiagnosticBag();
        var node = YamlReader.Read(new SourceText(path, Text(provider, path)), diagnostics);
        Assert.DoesNotContain(diagnostics, problem => problem.Severity == Severity.Error);
        return Of(node!)!;
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(Of)]),
        YamlScalar scalar => Scalar(scalar),
        _ => null,
    };

    private static JsonNode? Scalar(YamlScalar scalar) => !scalar.IsPlain ? scalar.Text : scalar.Text switch
    {
        "true" => true,
        "false" => false,
        "" or "null" or "~" => null,
        var text when Regex.IsMatch(text, "^-?[0-9]+$") => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        var text when Regex.IsMatch(text, "^[0-9]+\\.[0-9]+$") => JsonNode.Parse(text),
        var text => text,
    };
}
