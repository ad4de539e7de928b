using System.Globalization;
using System.Text.RegularExpressions;
using Strata.Platform.Rendering;

namespace Strata.Cli.Processes;

/// <summary>Parses shell scripts with <c>bash -n</c>, which runs nothing.</summary>
internal sealed partial class ShellChecker(IProcessRunner processes) : ICodeChecker
{
    public string Language => "shell";

    public bool Takes(string path) => path.EndsWith(".sh", StringComparison.Ordinal) || path.EndsWith(".sbatch", StringComparison.Ordinal);

    public IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files)
    {
        using var folder = new CheckFolder(files);
        var problems = new List<CodeProblem>();
        foreach (var name in folder.Names)
        {
            if (processes.Ask("bash", ["-n", name], folder.Path) is { Exit: > 0 } answer)
            {
                var match = Place().Match(answer.Output);
                problems.Add(match.Success
                    ? new CodeProblem(folder.FileOf(name), int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value.TrimEnd('.'))
                    : new CodeProblem(folder.FileOf(name), 0, "bash cannot read it"));
            }
        }

        return problems;
    }

    [GeneratedRegex(@"line (\d+): ([^\n]+)")]
    private static partial Regex Place();
}
