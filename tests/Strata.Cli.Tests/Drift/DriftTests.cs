using Strata.Cli;
using Strata.Cli.Drift;
using Strata.Cli.Files;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Stacks;
using Strata.Text;
using Strata.Tests.Output.Previews;

namespace Strata.Tests.Drift;

public sealed class DriftTests
{
    private static readonly StackRepository Stacks = new(new DiskStackFiles(Repository.Root));

    private static readonly StackOrigin Origin = new("fraud-dev", "strata");

    public static TheoryData<string> StackNames => [.. Stacks.Names];

    [Fact]
    public void A_report_reads_like_this()
    {
        var report = Find(Golden.Read("drift/state.json"), Golden.Read("drift/engine.json"));
        var (text, json) = (new StringWriter(), new StringWriter());
        DriftText.Write(text, report, PlainTextStyle.Instance, 120);
        DriftJson.Write(json, report);
        Assert.DoesNotContain("ghp_", text.ToString() + json, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter", text.ToString() + json, StringComparison.Ordinal);
        Golden.Check("drift/report.txt", text.ToString());
        Golden.Check("drift/report.json", json.ToString());
    }

    [Theory]
    [MemberData(nameof(StackNames))]
    public void A_stack_that_was_just_applied_has_no_drift(string stack)
    {
        var graph = Stacks.Expand(stack).Graph!;
        var report = Find(graph, AppliedState.Of(graph).ToJsonString());
        Assert.True(!report.HasDrift, Text(report));
    }

    [Theory]
    [MemberData(nameof(StackNames))]
    public void Each_resource_that_is_taken_out_of_the_state_is_missing(string stack)
    {
        var graph = Stacks.Expand(stack).Graph!;
        var made = graph.Resources.Where(resource => resource is not (ComponentResource or StackReference)).ToList();
        for (var i = 0; i < made.Count; i += 17)
        {
            var state = AppliedState.Of(graph, leaveOut: made[i]);
            Assert.Equal(made[i], Assert.Single(Find(graph, state.ToJsonString()).Missing));
        }
    }

    [Fact]
    public void Secrets_are_compared_only_where_the_state_has_their_text()
    {
        string State(string secret) => """
            {"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::strata::a:b:C::x", "type": "a:b:C", "custom": true,
             "inputs": {"password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", SECRET}}}]}}
            """.Replace("SECRET", secret, StringComparison.Ordinal);
        var graph = new ResourceGraph("fraud-dev", [new SampleReports.Thing("a:b:C", "x", ("password", new SecretValue("hunter2")))], []);
        Assert.False(Find(graph, State("\"ciphertext\": \"v1:abc\"")).HasDrift);
        Assert.False(Find(graph, State("\"plaintext\": \"\\\"hunter2\\\"\"")).HasDrift);
        var changed = Find(graph, State("\"plaintext\": \"\\\"hunter1\\\"\""));
        Assert.True(changed.HasDrift);
        Assert.DoesNotContain("hunter", Text(changed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_that_the_state_keeps_in_plain_text_is_drift()
    {
        var graph = new ResourceGraph("fraud-dev", [new SampleReports.Thing("a:b:C", "x", ("key", new SecretValue("hunter2")))], []);
        var report = Find(graph, """{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::strata::a:b:C::x", "type": "a:b:C", "custom": true, "inputs": {"key": "hunter2"}}]}}""");
        Assert.True(report.HasDrift);
        Assert.DoesNotContain("hunter", Text(report), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "STR670")]
    [InlineData("[]", "STR670")]
    [InlineData("{}", "STR670")]
    [InlineData("""{"version": 2, "deployment": {}}""", "STR671")]
    [InlineData("""{"version": 3}""", "STR670")]
    [InlineData("""{"version": 3, "checkpoint": {}}""", "STR670")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"type": "x"}]}}""", "STR670")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": 7, "type": "x"}]}}""", "STR670")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:other::strata::a:b:C::x", "type": "a:b:C"}]}}""", "STR672")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:other::shop::a:b:C::x", "type": "a:b:C"}]}}""", "STR672")]
    [InlineData("""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::shop::a:b:C::x", "type": "a:b:C"}]}}""", "STR674")]
    [InlineData("""{"version": 3, "deployment": {"pending_operations": [{"type": "creating", "resource": {"urn": "urn:pulumi:fraud-dev::shop::a:b:C::x"}}]}}""", "STR674")]
    public void What_is_no_state_of_the_stack_is_refused(string text, string code)
    {
        var problems = new DiagnosticBag();
        Assert.Null(StateReader.Read(text, "state.json", Origin, problems));
        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Previewing update (dev)")]
    [InlineData("{}")]
    [InlineData("""{"steps": [{"op": "same"}]}""")]
    public void What_is_no_preview_of_the_engine_is_refused(string text)
    {
        var problems = new DiagnosticBag();
        Assert.Null(EnginePreview.Read(text, "engine.json", Origin, problems));
        Assert.Equal("STR673", Assert.Single(problems).Code);
    }

    [Theory]
    [InlineData("urn:pulumi:other::strata::a:b:C::x", "STR672", "'engine.json' is about the stack 'other' of the project 'strata', not about 'fraud-dev'")]
    [InlineData("urn:pulumi:fraud-dev::shop::a:b:C::x", "STR674", "'pulumi preview --json --stack fraud-dev > engine.json'")]
    public void The_engine_s_preview_of_another_stack_is_refused(string urn, string code, string said)
    {
        var problems = new DiagnosticBag();
        Assert.Null(EnginePreview.Read($$"""{"steps": [{"op": "same", "urn": "{{urn}}"}]}""", "engine.json", Origin, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(code, problem.Code);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Before, all of it was compared as if it were the stack's own.</summary>
    [Theory]
    [InlineData("shop", ExitCodes.Problems, "the project here is 'strata'")]
    [InlineData("strata", ExitCodes.Changes, "")]
    public void The_project_is_the_one_that_the_project_file_names(string project, int exit, string said)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$$"""{"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::{{{project}}}::a:b:C::x", "type": "a:b:C", "custom": true}]}}""");
            var error = new StringWriter();
            Assert.Equal(exit, StrataCli.Run(["drift", "fraud-dev", "--state", file], new Terminal(TextWriter.Null, error, PlainTextStyle.Instance, PlainTextStyle.Instance, 500), Repository.Root));
            Assert.Contains(said, error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Without_a_name_in_the_project_file_any_project_is_right() =>
        Assert.Null(new StackOrigin("fraud-dev", null).Refuse("state.json", ["urn:pulumi:fraud-dev::shop::a:b:C::x"], ""));

    [Fact]
    public void A_name_may_have_colons_in_it() =>
        Assert.Equal("x::y", new StateResource("urn:pulumi:fraud-dev::strata::a:b:C::x::y", "a:b:C", null, true, []).Name);

    [Theory]
    [InlineData("""{"version": "3", "deployment": {}}""", "no 'version' that is a number")]
    [InlineData("""{"version": 3, "deployment": {"resources": {"a": 1}}}""", "its 'resources' are no list")]
    public void What_is_wrong_with_a_state_is_said(string state, string said)
    {
        var problems = new DiagnosticBag();
        Assert.Null(StateReader.Read(state, "state.json", Origin, problems));
        Assert.Contains(said, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_of_a_list_that_the_state_has_more_is_one_difference()
    {
        static Value Rule(int port) => new ValueMap { ["port"] = port, ["from"] = new ConfigSecretValue("x"), ["name"] = $"p{port}" };
        var graph = new ResourceGraph("fraud-dev", [new SampleReports.Thing("a:b:C", "x", ("rules", Value.List(Rule(80), Rule(443))))], []);
        var report = Find(graph, """
            {"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::strata::a:b:C::x", "type": "a:b:C", "custom": true, "inputs": {"rules": [
              {"port": 22, "name": "p22"}, {"port": 80, "name": "p80", "from": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc"}},
              {"port": 444, "name": "p443", "from": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc"}}]}}]}}
            """);
        Assert.Equal(["rules[0]", "rules[p443].port"], Assert.Single(report.Changed).Changes.Select(change => change.Path.Shown));
    }

    [Fact]
    public void A_state_without_resources_was_never_applied()
    {
        var graph = new ResourceGraph("fraud-dev", [new SampleReports.Thing("a:b:C", "x")], []);
        Assert.Contains("The state has no resources: the stack was never applied, or was destroyed.", Text(Find(graph, """{"version": 3, "deployment": {"manifest": {}}}""")), StringComparison.Ordinal);
    }

    /// <summary>The engine asks the state what is protected, not the program.</summary>
    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, false, false)]
    public void What_the_state_protects_cannot_be_replaced(bool state, bool plan, bool refused)
    {
        var graph = new ResourceGraph("fraud-dev", [new Bucket("lake", new ResourceOptions { Protect = plan })], []);
        var report = Find(graph, """
            {"version": 3, "deployment": {"resources": [{"urn": "urn:pulumi:fraud-dev::strata::aws:s3/bucket:Bucket::lake", "type": "aws:s3/bucket:Bucket", "custom": true, "protect": STATE,
             "inputs": {"bucket": "another", "tags": {"team": "fraud"}}}]}}
            """.Replace("STATE", state ? "true" : "false", StringComparison.Ordinal));
        Assert.Equal(refused, Assert.Single(report.Changed).IsRefused);
    }

    [Fact]
    public void A_report_fits_into_a_narrow_terminal()
    {
        var text = new StringWriter();
        DriftText.Write(text, Find(Golden.Read("drift/state.json"), Golden.Read("drift/engine.json")), PlainTextStyle.Instance, 60);
        var first = text.ToString().Split("\n\n")[0];
        Assert.All(text.ToString().Split('\n'), line => Assert.True(line.Length <= 60, line));
        Assert.Contains("steps of the engine", first.Replace("\n  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_may_come_from_a_pipe()
    {
        var before = Console.In;
        Console.SetIn(new StringReader("""{"version": 3, "deployment": {}}"""));
        try
        {
            var output = new StringWriter();
            var exit = StrataCli.Run(["drift", "fraud-dev", "--state", "-"], new Terminal(output, TextWriter.Null, PlainTextStyle.Instance, PlainTextStyle.Instance, 120), Repository.Root);
            Assert.Equal(ExitCodes.Changes, exit);
            Assert.Contains("The state has no resources", output.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Console.SetIn(before);
        }
    }

    [Fact]
    public void A_folder_is_no_state()
    {
        var error = new StringWriter();
        StrataCli.Run(["drift", "fraud-dev", "--state", Path.GetTempPath()], new Terminal(TextWriter.Null, error, PlainTextStyle.Instance, PlainTextStyle.Instance, 120), Repository.Root);
        Assert.Contains("cannot be read: it is a folder.", error.ToString(), StringComparison.Ordinal);
    }

    private static DriftReport Find(string state, string engine)
    {
        var lake = new ComponentResource("strata:storage:ObjectStore", "lake");
        var bucket = new Bucket("lake", new ResourceOptions { Parent = lake });
        var policy = new ValueMap
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = Value.List(new ValueMap { ["Effect"] = "Allow", ["Action"] = Value.List("s3:GetObject"), ["Resource"] = new InterpolatedValue([new ReferenceValue(bucket, "arn"), new TextValue("/*")]) }.ToValue()),
        };
        return Find(new ResourceGraph("fraud-dev",
        [
            lake,
            bucket,
            new SampleReports.Thing("aws:rds/instance:Instance", "warehouse", ("engine", "postgres"), ("engineVersion", "16"), ("multiAz", false), ("port", "5432"), ("password", new ConfigSecretValue("db")), ("vpcSecurityGroupIds", Value.List(new ReferenceValue(bucket, "id")))),
            new SampleReports.Thing("aws:iam/policy:Policy", "read", ("policy", new JsonTextValue(policy))),
            new SampleReports.Thing("aws:ecr/repository:Repository", "images", ("name", "images")),
        ], []), state, engine);
    }

    private static DriftReport Find(ResourceGraph graph, string state, string? engine = null)
    {
        var problems = new DiagnosticBag();
        var read = StateReader.Read(state, "state.json", Origin with { Stack = graph.Stack }, problems);
        var preview = engine is null ? null : EnginePreview.Read(engine, "engine.json", Origin with { Stack = graph.Stack }, problems);
        Assert.Empty(problems);
        return DriftFinder.Find(graph, read!, preview);
    }

    private static string Text(DriftReport report)
    {
        var (text, json) = (new StringWriter(), new StringWriter());
        DriftText.Write(text, report, PlainTextStyle.Instance, 200);
        DriftJson.Write(json, report);
        return text.ToString() + json;
    }

    private sealed class Bucket : CustomResource
    {
        public Bucket(string name, ResourceOptions options)
            : base("aws:s3/bucket:Bucket", name, options)
        {
            Set("bucket", (Value)"fraud-dev-lake-k3v7qd");
            Set("tags", new ValueMap { ["team"] = "fraud" });
        }

        public override ResourceFacts TypeFacts { get; } = ResourceFacts.None with { ReplaceOnChange = ["bucket"] };
    }
}
