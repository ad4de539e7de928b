namespace Strata.Platform.Tests.Rendering;

/// <summary>The program that runs a notebook for each set of parameters, with a stand-in for Papermill.</summary>
public sealed class NotebookRunnerTests
{
    private const string Papermill = """
        import json


        class PapermillExecutionError(Exception):
            def __init__(self, ename, evalue):
                self.ename, self.evalue = ename, evalue


        def execute_notebook(source, target, parameters, kernel_name, cwd, progress_bar):
            open(target, "w").write(json.dumps(parameters))
            if parameters.get("mode") == "bad":
                raise PapermillExecutionError("ValueError", "no such mode")
        """;

    [Fact]
    public void Every_set_is_run_and_a_failure_stops_no_other()
    {
        if (Rendered.Run("python3", ["-c", "import yaml"]) is not (0, _))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("strata-notebook-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "papermill.py"), Papermill);
            File.Copy(Repository.PathOf("templates/workspaces/run_notebook.py.sbn"), Path.Combine(folder, "run_notebook.py"));
            File.WriteAllText(Path.Combine(folder, "a.ipynb"), "{}");
            File.WriteAllText(Path.Combine(folder, "parameters.yaml"), "bad: { mode: bad }\ngood: { mode: full, size: 3 }\n");

            var all = Run();
            Assert.Equal(1, all.Exit);
            Assert.Contains("bad: ValueError: no such mode", all.Output, StringComparison.Ordinal);
            Assert.Equal("{\"mode\": \"full\", \"size\": 3}", File.ReadAllText(Path.Combine(folder, "out", "a-good.ipynb")));
            Assert.Contains("\"set\": \"good\"", File.ReadAllText(Path.Combine(folder, "out", "a.json")), StringComparison.Ordinal);
            Assert.Equal(0, Run("--only", "good").Exit);
            Assert.Contains("has no other. It has: bad, good.", Run("--only", "other").Output, StringComparison.Ordinal);

            File.WriteAllText(Path.Combine(folder, "parameters.yaml"), "../out: { mode: full }\n");
            Assert.Contains("cannot be the name of a file", Run().Output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        (int Exit, string Output) Run(params string[] more) =>
            Rendered.Run("python3", [Path.Combine(folder, "run_notebook.py"), Path.Combine(folder, "a.ipynb"), "--out", Path.Combine(folder, "out"), .. more])!.Value;
    }
}
