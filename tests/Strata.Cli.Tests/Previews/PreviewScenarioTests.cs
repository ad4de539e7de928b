using System.Globalization;
using System.Text.Json;
using Strata.Cli.Commands;
using Strata.Cli.Output.Previews;
using Strata.Planning;
using Strata.Text;

namespace Strata.Cli.Tests.Previews;

/// <summary>Changes as people make them, in a repository with a history: what the preview says of each, as text and as JSON.</summary>
public sealed class PreviewScenarioTests
{
    private static readonly Dictionary<string, Action<PreviewRepository>> Scenarios = new()
    {
        ["access-widened"] = r => r.Replace("stacks/Pulumi.fraud-prod.yaml", "lake: read", "lake: write"),
        ["allowed-data-loss"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "strata:storage:\n    events: { kind: objects, expireAfterDays: 30 }\n", "strata:allowReplace: [storage.events, foundation.storage-key]\n"),
        ["cidr-replaces-network"] = r => r.Replace("stacks/Pulumi.platform-dev.yaml", "10.20.0.0/16", "10.21.0.0/16"),
        ["comments-only"] = r => r.Replace("stacks/catalog/aws.yaml", "  aws:region: eu-west-1\n", "\n  # Ireland\n  aws:region:   eu-west-1   # as ever\n"),
        ["component-removed"] = r => r.Replace("stacks/Pulumi.fraud-dev.yaml", "  strata:storage:\n    homes: { kind: files }\n", ""),
        ["component-renamed"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "    events:", "    clicks:"),
        ["component-renamed-with-alias"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "    events: { ", "    clicks: { renamedFrom: events, "),
        ["new-team"] = NewTeam,
        ["rendered-file"] = r => r.Replace("stacks/Pulumi.fraud-dev.yaml", "pandas==2.3.1", "pandas==2.3.3"),
        ["region-change"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "config:\n", "config:\n  aws:region: eu-central-1\n"),
        ["removed-stack"] = r => r.Delete("stacks/Pulumi.churn-dev.yaml"),
        ["renamed-stack"] = r =>
        {
            r.Write("stacks/Pulumi.churn-staging.yaml", r.Read("stacks/Pulumi.churn-dev.yaml"));
            r.Delete("stacks/Pulumi.churn-dev.yaml");
        },
        ["secret-value"] = r => r.Replace("stacks/Pulumi.fraud-dev.yaml", "AAABAKfirstciphertext", "AAABAKsecondciphertext"),
        ["secret-in-plain-text"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "Key AKIAIOSFODNN7EXAMPLE should", "Database postgres://churn:hunter2hunter2@db should"),
        ["team-template"] = r => r.Write("stacks/teams/fraud/templates/images/Dockerfile.sbn", r.Read("templates/images/Dockerfile.sbn") + "LABEL team=fraud\n"),
        ["template-change"] = r => r.Write("templates/images/Dockerfile.sbn", r.Read("templates/images/Dockerfile.sbn") + "LABEL organization=acme\n"),
        ["typo"] = r => r.Replace("stacks/teams/fraud.yaml", "kind: objects", "kind: objects, verzioning: true"),
        ["waived"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "  strata:storage:\n", "  strata:waivers:\n    example-key: { code: STR740, reason: A key from a manual that opens nothing., owner: ada@acme.example, expires: \"2099-12-31\" }\n  strata:storage:\n"),
        ["value-changed"] = r => r.Replace("stacks/Pulumi.churn-dev.yaml", "expireAfterDays: 30", "expireAfterDays: 90"),
    };

    public static TheoryData<string> Names => [.. Scenarios.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_preview_is_as_accepted(string scenario)
    {
        using var repository = new PreviewRepository();
        Scenarios[scenario](repository);
        Check(repository, scenario, "main");
    }

    [Fact]
    public void A_catalog_change_reaches_fifty_teams()
    {
        using var repository = new PreviewRepository();
        for (var i = 0; i < 50; i++)
        {
            repository.Write(string.Create(CultureInfo.InvariantCulture, $"stacks/Pulumi.team{i:D2}-dev.yaml"), string.Create(CultureInfo.InvariantCulture, $"config:\n  strata:extends: [catalog/aws]\n  strata:team: team{i:D2}\n  strata:environment: dev\n  strata:storage:\n    lake: {{ kind: objects }}\n"));
        }

        repository.Commit("Fifty teams.");
        repository.Replace("stacks/catalog/aws.yaml", "strata:costCenter: ml", "strata:costCenter: research");
        Golden.Check("previews/catalog-change/affected.txt", repository.Affected("HEAD"));
        Keep(repository, "catalog-change", "HEAD");
        repository.Preview("HEAD", "json");
        using var document = JsonDocument.Parse(repository.LastOutput);
        Assert.Equal(54, document.RootElement.GetProperty("counts").GetProperty("changed").GetInt32());
        Assert.Equal(2, repository.LastExit);
        var matrix = repository.Affected("HEAD", "matrix", "circleci");
        Golden.Check("previews/catalog-change/matrix.txt", repository.Affected("HEAD", "matrix") + repository.Affected("HEAD", "matrix", "gitlab") + matrix);
    }

    [Theory]
    [InlineData("gcp-region-change", "gcp:region: europe-west4", "gcp:region: europe-west1")]
    [InlineData("kubernetes-larger-disk", "size: 100Gi", "size: 200Gi")]
    public void Other_clouds_have_facts_of_their_own(string scenario, string before, string after)
    {
        using var repository = new PreviewRepository();
        repository.Write("stacks/Pulumi.search-dev.yaml", "config:\n  gcp:project: acme-search\n  gcp:region: europe-west4\n  strata:cloud: gcp\n  strata:team: search\n  strata:owner: search@acme.example\n  strata:environment: dev\n  strata:storage:\n    corpus: { kind: objects }\n    clicks: { kind: warehouse }\n");
        repository.Write("stacks/Pulumi.vision-dev.yaml", "config:\n  strata:cloud: kubernetes\n  strata:team: vision\n  strata:owner: vision@acme.example\n  strata:environment: dev\n  strata:compute:\n    cluster: { context: lab }\n  strata:storage:\n    frames: { kind: objects, size: 100Gi }\n");
        repository.Commit("A stack on GCP and one on hardware of our own.");
        repository.Replace(before.StartsWith("gcp", StringComparison.Ordinal) ? "stacks/Pulumi.search-dev.yaml" : "stacks/Pulumi.vision-dev.yaml", before, after);
        Check(repository, scenario, "HEAD");
    }

    [Fact]
    public void Code_that_changed_is_planned_by_the_bases_own_build()
    {
        using var repository = new PreviewRepository();
        repository.Write("src/Strata.Cli/Program.cs", "return 1;\n");
        var program = new BaseProgram(json => json.Replace("\"status\": \"Enabled\"", "\"status\": \"Suspended\"", StringComparison.Ordinal));
        repository.Processes = program;
        Check(repository, "code-change", "main");
        Assert.Equal(1, program.Builds);
    }

    [Fact]
    public void Code_that_changed_and_makes_the_same_affects_nothing()
    {
        using var repository = new PreviewRepository();
        repository.Write("src/Strata.Cli/Program.cs", "return 1;\n");
        repository.Processes = new BaseProgram(json => json);
        Check(repository, "code-refactored", "main");
    }

    [Fact]
    public void Code_that_does_not_build_makes_every_stack_unsure()
    {
        using var repository = new PreviewRepository();
        repository.Write("src/Strata.Cli/Program.cs", "return 1;\n");
        repository.Processes = new BaseProgram(null);
        Check(repository, "code-unbuildable", "main");
    }

    [Fact]
    public void A_merge_with_conflicts_is_refused()
    {
        using var repository = new PreviewRepository();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        repository.Git("checkout", "-q", "main");
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "90");
        repository.Commit("Ninety.");
        repository.Git("merge", "-q", "topic");
        Golden.Check("previews/merge-conflict/preview.txt", repository.Preview("topic"));
        Keep(repository, "merge-conflict", "topic");
    }

    [Fact]
    public void A_shallow_clone_says_how_to_mend_it_and_takes_a_hash_that_is_there()
    {
        using var repository = new PreviewRepository();
        var base1 = repository.Git("rev-parse", "main").Trim();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        repository.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        repository.Clone("--depth", "1", "--branch", "topic");
        var unknown = repository.Preview("origin/main");
        repository.Git("fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main");
        var shallow = repository.Preview("origin/main");
        Keep(repository, "shallow-clone-refused", "origin/main");
        Golden.Check("previews/shallow-clone/preview.txt", unknown + shallow + repository.Preview(base1));
        Assert.Equal(2, repository.LastExit);
        Keep(repository, "shallow-clone", base1);
    }

    [Fact]
    public void A_fork_compares_with_the_repository_it_came_from()
    {
        using var repository = new PreviewRepository();
        repository.Git("checkout", "-q", "main");
        repository.Clone("--origin", "upstream");
        repository.Git("checkout", "-q", "-b", "from-a-fork");
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        Check(repository, "fork", "upstream/main");
    }

    [Fact]
    public void What_happened_on_the_base_meanwhile_is_not_the_heads_change()
    {
        using var repository = new PreviewRepository();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        repository.Git("checkout", "-q", "main");
        repository.Replace("stacks/teams/fraud.yaml", "images: [trainer]", "images: [trainer, scorer]");
        repository.Commit("Another image.");
        repository.Git("checkout", "-q", "topic");
        Check(repository, "base-moved-on", "main");
    }

    [Fact]
    public void A_change_and_its_revert_are_nothing()
    {
        using var repository = new PreviewRepository();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        repository.Git("revert", "--no-edit", "HEAD");
        Check(repository, "revert", "main");
        Assert.Equal(0, repository.LastExit);
    }

    [Fact]
    public void Work_that_is_not_committed_is_the_head_unless_another_is_named()
    {
        using var repository = new PreviewRepository();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "30", "60");
        repository.Commit("Sixty.");
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "60", "61");
        repository.Write("stacks/Pulumi.new-dev.yaml", "config:\n  strata:extends: [catalog/aws]\n  strata:team: new\n  strata:environment: dev\n");
        Golden.Check("previews/uncommitted/preview.txt", repository.Preview("main") + repository.Preview("main", head: "topic") + repository.Preview("main", stacks: "churn-dev"));
        Keep(repository, "uncommitted", "main");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void The_search_for_secrets_finds_what_is_no_secret_in_every_format(string format)
    {
        using var repository = new PreviewRepository();
        repository.Replace("stacks/Pulumi.churn-dev.yaml", "Key AKIAIOSFODNN7EXAMPLE should", "Key <not_a*secret&> should");
        repository.Preview("main", format, width: 400);
        Assert.Equal(["<not_a*secret&>"], PreviewRepository.FindSecrets(repository.LastOutput, ["<not_a*secret&>", PreviewRepository.Secrets[0]]));
    }

    [Fact]
    public void What_is_asked_wrongly_is_said()
    {
        using var repository = new PreviewRepository();
        Golden.Check("previews/refused/preview.txt", string.Concat(
            repository.Preview("mian"), repository.Preview("origin/main"), repository.Preview("0123456789012345678901234567890123456789"), repository.Preview(null, head: "topic"),
            repository.Preview("main", stacks: "fraud-def"), repository.Affected("main", "json", "gitlab")));
    }

    [Fact]
    public void Outside_of_git_a_base_is_refused()
    {
        using var repository = new PreviewRepository();
        Directory.Delete(Path.Combine(repository.Root, "src"), recursive: true);
        Directory.Move(Path.Combine(repository.Root, ".git"), Path.Combine(repository.Root, ".gone"));
        using var errors = new StringWriter();
        var context = new CommandContext(new Terminal(TextWriter.Null, errors, PlainTextStyle.Instance, PlainTextStyle.Instance, 100), repository.Root);
        Assert.Equal(1, PreviewCommand.Run(context, new PreviewCommand.Options([], "main", null, false, "text", false), repository.Processes, repository.Cache));
        Assert.Contains("STR621", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, AffectedCommand.Run(context, new AffectedCommand.Options([], null, null, "text", null), repository.Processes, repository.Cache));
        Assert.Contains("STR631", errors.ToString(), StringComparison.Ordinal);
        Directory.Move(Path.Combine(repository.Root, ".gone"), Path.Combine(repository.Root, ".git"));
    }

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public void It_fits_the_terminal(int width)
    {
        using var repository = new PreviewRepository();
        Scenarios["component-removed"](repository);
        repository.Preview("main", width: width);
        Golden.Check(string.Create(CultureInfo.InvariantCulture, $"previews/component-removed/preview-{width}.txt"), repository.Words(repository.LastOutput));
        Assert.All(repository.LastOutput.Split('\n'), line => Assert.True(DisplayText.WidthOf(line) <= Math.Min(width, 120), line));
    }

    [Fact]
    public void The_schema_in_the_repository_is_what_the_records_say() => Golden.CheckFile("docs/preview.schema.json", PreviewSchema.Text());

    private static void Check(PreviewRepository repository, string scenario, string reference)
    {
        var text = repository.Preview(reference) + "\n" + repository.Affected(reference);
        Assert.Multiple(() => Golden.Check($"previews/{scenario}/preview.txt", text), () => Keep(repository, scenario, reference));
    }

    /// <summary>The JSON and the comment as accepted; the other formats for the secrets that none of them may have.</summary>
    private static void Keep(PreviewRepository repository, string scenario, string reference)
    {
        repository.Preview(reference, "json");
        var json = repository.LastOutput;
        repository.Preview(reference, "markdown");
        var comment = repository.LastOutput;
        repository.Preview(reference, "html");
        repository.Affected(reference, "json");
        repository.Affected(reference, "matrix");
        Assert.Multiple(
            () => Golden.Check($"previews/{scenario}/preview.json", repository.Words(json)),
            () => Golden.Check($"previews/{scenario}/comment.md", repository.Words(comment)),
            () => HoldsToTheFacts(json));
        if (SharedTools.Folder is not null)
        {
            Assert.Empty(SharedTools.CheckSchema(Repository.PathOf("docs/preview.schema.json"), [(scenario, WithoutMarkers(json))]));
        }
    }

    /// <summary>The checker leaves out what the graph's markers stand for, and here they are data.</summary>
    private static string WithoutMarkers(string json) => json.Replace("\"$", "\"", StringComparison.Ordinal);

    /// <summary>
    /// A replacement names a property that is certain to replace, and an update none; and what is said of each property is what the
    /// staged provider facts say, where they are there.
    /// </summary>
    private static void HoldsToTheFacts(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var operation in document.RootElement.GetProperty("stacks").EnumerateArray().SelectMany(stack => stack.GetProperty("operations").EnumerateArray()))
        {
            var changes = operation.GetProperty("changes").EnumerateArray().ToList();
            var isReplaced = operation.GetProperty("kind").GetString() == "replace";
            Assert.True(isReplaced == changes.Concat(operation.GetProperty("optionChanges").EnumerateArray()).Any(change => change.GetProperty("replacement").GetString() == "certain"), operation.GetRawText());
            foreach (var change in SharedTools.Folder is null ? [] : changes)
            {
                var path = change.GetProperty("path").GetString()!;
                var comesOrGoes = change.GetProperty("before").ValueKind is JsonValueKind.Null || change.GetProperty("after").ValueKind is JsonValueKind.Null;
                var facts = ReplaceFacts.Of(operation.GetProperty("type").GetString()!, [.. PropertyPath.Parse(path).Segments.Select(segment => segment.Key)], comesOrGoes);
                Assert.True(facts is null || facts == change.GetProperty("replacement").GetString(), $"{facts}: {path} of {operation.GetRawText()}");
            }
        }
    }

    private static void NewTeam(PreviewRepository repository)
    {
        repository.Write("stacks/teams/vision.yaml", "config:\n  strata:team: vision\n  strata:owner: vision@acme.example\n");
        repository.Write("stacks/Pulumi.vision-dev.yaml", "config:\n  strata:extends: [catalog/aws, teams/vision]\n  strata:environment: dev\n  strata:network: { from: platform-dev }\n  strata:storage:\n    images: { kind: objects }\n");
    }
}
