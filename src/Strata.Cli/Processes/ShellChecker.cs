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

        // A parser for each file, some at one time; each of its lines begins with the file's name.
        return processes.Ask("bash", ["-c", "printf '%s\\0' * | xargs -0 -n 1 -P 4 bash -n"], folder.Path) is not { Exit: > 0 } answer ? []
            : [.. Place().Matches(answer.Output).DistinctBy(match => match.Groups[1].Value).Select(match => new CodeProblem(
                folder.FileOf(match.Groups[1].Value), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), match.Groups[3].Value.TrimEnd('.')))];
    }

    [GeneratedRegex(@"^(\d+): line (\d+): ([^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Place();
}
