namespace Strata.Platform.Tests.Rendering;

/// <summary>MLflow projects, run as MLflow does: values are quoted for the shell and put into the command.</summary>
public sealed class MlflowProjectTests
{
    private const string AsMlflowDoes = """
        import shlex, subprocess, sys, yaml
        entry = yaml.safe_load(sys.stdin.read())["entry_points"][sys.argv[1]]
        values = {name: parameter.get("default") for name, parameter in (entry.get("parameters") or {}).items()}
        values.update(argument.split("=", 1) for argument in sys.argv[2:])
        assert None not in values.values(), values
        print(subprocess.run(["bash", "-c", entry["command"].format(**{name: shlex.quote(value) for name, value in values.items()})], capture_output=True, text=True, check=True).stdout, end="")
        """;

    [Theory]
    [InlineData(new string[0], "it's {x}|full run||")]
    [InlineData(new[] { "mode=it's $HOME; `x` {y}" }, "it's {x}|it's $HOME; `x` {y}||")]
    public void Commands_get_their_words_whatever_is_in_them(string[] values, string expected)
    {
        var files = Rendered.OfText(File.ReadAllText(Repository.PathOf("tests/Golden/rendered/onprem-projects.yaml")).ReplaceLineEndings("\n"));
        if (Rendered.Run("python3", ["-c", "import yaml"]) is (0, _))
        {
            Assert.Equal((0, expected), Rendered.Run("python3", ["-c", AsMlflowDoes, "retrain.report", .. values], files.Text("projects/report/MLproject")));
        }
    }
}
