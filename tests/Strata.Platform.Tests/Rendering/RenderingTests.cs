using Strata.Diagnostics;
using Strata.Platform.Rendering;

namespace Strata.Platform.Tests.Rendering;

public sealed class RenderingTests
{
    private static readonly RenderedFile Dag = new("dags/retrain.py", "x = 1\n", "airflow/dag.py.sbn");
    private static readonly RenderedFile Settings = new("settings.json", "{\"a\": 1}\n", "airflow/settings.json.sbn");

    private readonly MemoryFolder _folder = new();

    [Fact]
    public void Rendering_twice_writes_nothing()
    {
        Assert.Equal(2, Render(Dag, Settings));
        var changes = _folder.Changes;
        Assert.Equal(0, Render(Dag, Settings));
        Assert.Equal(changes, _folder.Changes);
        Assert.True(Plan(Dag, Settings).IsCurrent);
    }

    [Fact]
    public void Only_what_changed_is_written()
    {
        Render(Dag, Settings);
        var plan = Plan(Dag with { Content = "x = 2\n" }, Settings);
        Assert.Equal([("dags/retrain.py", FileState.Changed), ("settings.json", FileState.Unchanged)], States(plan));
        Assert.False(plan.IsCurrent);
        Assert.Equal(1, RenderWriter.Write(plan, _folder));
    }

    [Theory]
    [InlineData("a.py", "#!/usr/bin/env python3\nx = 1\n", "#!/usr/bin/env python3\n# Rendered by Strata from t.sbn: change that, not this file. Content *.\nx = 1\n")]
    [InlineData("Dockerfile", "# syntax=docker/dockerfile:1\nFROM a", "# syntax=docker/dockerfile:1\n# Rendered by Strata from t.sbn: change that, not this file. Content *.\nFROM a\n")]
    [InlineData("user-data.yaml", "#cloud-config\na: 1\n", "#cloud-config\n# Rendered by Strata from t.sbn: change that, not this file. Content *.\na: 1\n")]
    [InlineData("CARD.md", "# Model\n", "<!-- Rendered by Strata from t.sbn: change that, not this file. Content *. -->\n# Model\n")]
    [InlineData("q.sql", "select 1", "-- Rendered by Strata from t.sbn: change that, not this file. Content *.\nselect 1\n")]
    [InlineData("a.json", "{}\n", "{}\n")]
    [InlineData("empty.sh", "", "# Rendered by Strata from t.sbn: change that, not this file. Content *.\n")]
    public void A_file_says_where_it_is_from_as_its_kind_allows(string path, string content, string expected)
    {
        Render(new RenderedFile(path, content, "t.sbn"));
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(expected).Replace("\\*", "[a-z2-7]{16}", StringComparison.Ordinal)}$", _folder.Files[path]);
    }

    [Fact]
    public void A_file_changed_by_hand_is_left_and_the_new_one_is_beside_it()
    {
        Render(Dag, Settings);
        _folder.Files["dags/retrain.py"] += "# mine\n";
        _folder.Files["settings.json"] = "{\"a\": 2}\n";
        var diagnostics = new DiagnosticBag();
        var plan = RenderPlanner.Plan([Dag, Settings], _folder, [], diagnostics)!;
        Assert.Equal(["STR449", "STR449"], diagnostics.Select(d => d.Code));
        Assert.All(diagnostics, d => Assert.Equal(Severity.Warning, d.Severity));
        Assert.Equal(2, plan.Rendered);
        RenderWriter.Write(plan, _folder);
        Assert.EndsWith("# mine\n", _folder.Files["dags/retrain.py"], StringComparison.Ordinal);
        Assert.Equal("{\"a\": 2}\n", _folder.Files["settings.json"]);
        Assert.Equal("{\"a\": 1}\n", _folder.Files["settings.json.new"]);

        var changes = _folder.Changes;
        Assert.Equal(0, Render(Dag, Settings));
        Assert.Equal(changes, _folder.Changes);
        Assert.False(Plan(Dag, Settings).IsCurrent);
    }

    [Fact]
    public void A_taken_back_edit_takes_the_file_beside_it_away()
    {
        Render(Settings);
        _folder.Files["settings.json"] = "{\"a\": 2}\n";
        Render(Settings);
        _folder.Files["settings.json"] = "{\"a\": 1}\n";
        Render(Settings);
        Assert.Equal([RenderManifest.Path, "settings.json"], _folder.Files.Keys);
    }

    [Fact]
    public void A_file_that_is_not_Strata_s_is_not_overwritten()
    {
        _folder.Files["settings.json"] = "{\"mine\": 1}\n";
        Render(Settings);
        Assert.Equal("{\"mine\": 1}\n", _folder.Files["settings.json"]);
        Assert.True(_folder.Files.ContainsKey("settings.json.new"));
    }

    [Fact]
    public void Stale_files_go_when_untouched_and_stay_when_not()
    {
        Render(Dag, Settings, Dag with { Path = "dags/other.py" });
        _folder.Files["dags/other.py"] += "# mine\n";
        var diagnostics = new DiagnosticBag();
        var plan = RenderPlanner.Plan([Settings], _folder, [], diagnostics)!;
        Assert.Equal([("dags/other.py", FileState.StaleEdited), ("dags/retrain.py", FileState.Stale), ("settings.json", FileState.Unchanged)], States(plan));
        Assert.Equal("STR450", Assert.Single(diagnostics).Code);
        RenderWriter.Write(plan, _folder);
        Assert.Equal([RenderManifest.Path, "dags/other.py", "settings.json"], _folder.Files.Keys);
        Assert.Equal(0, Render(Settings));
    }

    [Fact]
    public void When_nothing_is_rendered_any_more_nothing_is_left()
    {
        Render(Dag, Settings);
        Render();
        Assert.Empty(_folder.Files);
        Assert.Equal(0, Render());
    }

    [Fact]
    public void Without_its_list_the_headers_tell()
    {
        Render(Dag);
        _folder.Files.Remove(RenderManifest.Path);
        Assert.Equal([("dags/retrain.py", FileState.Changed)], States(Plan(Dag with { Content = "x = 2\n" })));
    }

    /// <summary>Killed at every step, then rendered again, perhaps from a stack that changed once more: nothing looks edited by hand.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_killed_rendering_is_taken_up_again(int next)
    {
        for (var steps = 0; steps < 6; steps++)
        {
            var folder = new MemoryFolder();
            Write(folder, Version(1));
            folder.StopAfter = steps;
            try
            {
                Write(folder, Version(2));
            }
            catch (KilledException)
            {
                // That is what this is about.
            }

            folder.StopAfter = int.MaxValue;
            Write(folder, Version(next));
            var expected = new MemoryFolder();
            Write(expected, Version(next));
            Assert.Equal(expected.Files, folder.Files);
        }

        static RenderedFile[] Version(int version) =>
        [
            Dag with { Content = $"x = {version}\n" },
            Settings with { Content = $"{{\"a\": {version}}}\n" },
            new RenderedFile($"only-{version}.json", "{}\n", "t.sbn"),
        ];

        static void Write(MemoryFolder folder, RenderedFile[] files)
        {
            var diagnostics = new DiagnosticBag();
            RenderWriter.Write(RenderPlanner.Plan(files, folder, [], diagnostics)!, folder);
            Assert.Empty(diagnostics);
        }
    }

    [Theory]
    [InlineData("../x.yaml", "STR441")]
    [InlineData("a/../../x.yaml", "STR441")]
    [InlineData("/etc/passwd", "STR441")]
    [InlineData("C:/x", "STR441")]
    [InlineData("~/.ssh/config", "STR441")]
    [InlineData("a\\..\\x", "STR442")]
    [InlineData("a//x", "STR442")]
    [InlineData("./x", "STR442")]
    [InlineData("", "STR442")]
    [InlineData("a\nb", "STR442")]
    [InlineData("a./x", "STR442")]
    [InlineData(".git/hooks/pre-commit", "STR442")]
    [InlineData(".strata-rendered.json", "STR442")]
    [InlineData("x.yaml.new", "STR442")]
    [InlineData("dags/retrain.py", "STR443")]
    [InlineData("dags/Retrain.py", "STR444")]
    [InlineData("Dags/other.py", "STR444")]
    [InlineData("dags", "STR445")]
    [InlineData("dags/retrain.py/x", "STR445")]
    [InlineData("linked/x", "STR446")]
    public void A_path_that_is_no_place_of_its_own_in_the_folder_is_refused(string path, string code)
    {
        _folder.Links.Add("linked");
        var diagnostics = new DiagnosticBag();
        Assert.Null(RenderPlanner.Plan([Dag, new RenderedFile(path, "1", "hostile.sbn")], _folder, [], diagnostics));
        Assert.Equal(code, Assert.Single(diagnostics).Code);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void A_list_that_names_files_elsewhere_deletes_nothing()
    {
        _folder.Files["../x"] = "kept";
        _folder.Files[RenderManifest.Path] = $"{{\"files\": {{\"../x\": {{\"template\": \"t\", \"hashes\": [\"{FileHeader.HashOf("kept")}\"]}}}}}}";
        Render(Dag);
        Assert.Equal("kept", _folder.Files["../x"]);
    }

    [Theory]
    [InlineData("<<<<<<< HEAD\n{}")]
    [InlineData("[]")]
    [InlineData("{\"files\": {\"a\": 1}}")]
    public void A_broken_list_is_an_error(string text)
    {
        _folder.Files[RenderManifest.Path] = text;
        var diagnostics = new DiagnosticBag();
        Assert.Null(RenderPlanner.Plan([Dag], _folder, [], diagnostics));
        Assert.Equal("STR447", Assert.Single(diagnostics).Code);
    }

    [Theory]
    [InlineData("a.yaml", "a: [1\n", "a.yaml(1,4): error STR448: What 't.sbn' makes is not valid YAML: ")]
    [InlineData("a.yaml", "a: 1\n---\nb: 1\nb: 2\n", "a.yaml(4,1): error STR448: What 't.sbn' makes is not valid YAML: the key 'b' is given twice")]
    [InlineData("a.json", "{\n  \"a\": 1,\n}\n", "a.json(3,1): error STR448: What 't.sbn' makes is not valid JSON: ")]
    public void What_does_not_parse_is_never_written(string path, string content, string problem)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RenderPlanner.Plan([new RenderedFile(path, content, "t.sbn"), Dag], _folder, [], diagnostics));
        Assert.StartsWith(problem, Assert.Single(diagnostics).ToString(), StringComparison.Ordinal);
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public void Several_documents_in_a_YAML_file_are_fine() =>
        Assert.Equal(1, Render(new RenderedFile("a.yaml", "---\na: 1\n---\na: 2\n", "t.sbn")));

    [Fact]
    public void Other_languages_are_parsed_by_their_checkers()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(RenderPlanner.Plan([Dag, Settings], _folder, [new NoPython()], diagnostics));
        Assert.Equal(
            "dags/retrain.py(1,1): error STR448: What 'airflow/dag.py.sbn' makes is not valid Python: nothing is right. Nothing is written; change the template, or the values it is given.",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void A_plan_is_shown_as_a_diff()
    {
        Render(Settings, new RenderedFile("old.json", "{}\n", "t.sbn"), new RenderedFile("long.json", "[\n1,\n2,\n3,\n4,\n5,\n6,\n7,\n8,\n9\n]\n", "t.sbn"));
        var plan = Plan(Settings with { Content = "{\"a\": 2}\n" }, new RenderedFile("long.json", "[\n1,\n2,\n3,\n4,\n5,\n6,\n70,\n8,\n9\n]\n", "t.sbn"), new RenderedFile("new.json", "1", "t.sbn"));
        Assert.Equal(
            "--- a/long.json\n+++ b/long.json\n@@ -5,7 +5,7 @@\n 4,\n 5,\n 6,\n-7,\n+70,\n 8,\n 9\n ]\n"
            + "--- /dev/null\n+++ b/new.json\n@@ -0,0 +1,1 @@\n+1\n"
            + "--- a/old.json\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-{}\n"
            + "--- a/settings.json\n+++ b/settings.json\n@@ -1,1 +1,1 @@\n-{\"a\": 1}\n+{\"a\": 2}\n",
            RenderDiff.Of(plan));
    }

    private static IEnumerable<(string, FileState)> States(RenderPlan plan) => plan.Files.Select(file => (file.Path, file.State));

    private RenderPlan Plan(params RenderedFile[] files)
    {
        var diagnostics = new DiagnosticBag();
        return RenderPlanner.Plan(files, _folder, [], diagnostics) ?? throw new InvalidOperationException(string.Join('\n', diagnostics));
    }

    private int Render(params RenderedFile[] files) => RenderWriter.Write(Plan(files), _folder);

    private sealed class NoPython : ICodeChecker
    {
        public string Language => "Python";

        public bool Takes(string path) => path.EndsWith(".py", StringComparison.Ordinal);

        public IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files) => [.. files.Select(file => new CodeProblem(file, 1, "nothing is right"))];
    }
}
