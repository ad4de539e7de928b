using Strata.Platform.Rendering;

namespace Strata.Cli.Processes;

/// <summary>Parses Python files with the machine's <c>python3</c>, all in one process; nothing is compiled to disk or run.</summary>
internal sealed class PythonChecker(IProcessRunner processes) : ICodeChecker
{
    private const string Program = """
        import ast, sys
        for name in sys.argv[1:]:
            try:
                ast.parse(open(name, encoding='utf-8').read())
            except (SyntaxError, ValueError) as problem:
                print(name, getattr(problem, 'lineno', 0) or 0, getattr(problem, 'msg', None) or problem, sep='\t')
        """;

    public string Language => "Python";

    public bool Takes(string path) => path.EndsWith(".py", StringComparison.Ordinal);

    public IReadOnlyList<CodeProblem> Check(IReadOnlyList<RenderedFile> files)
    {
        using var folder = new CheckFolder(files);
        return processes.Ask("python3", ["-I", "-S", "-W", "ignore", "-c", Program, .. folder.Names], folder.Path) is not { } answer ? []
            : [.. answer.Output.Split('\n').Select(line => line.Split('\t')).Where(parts => parts.Length == 3).Select(parts => new CodeProblem(folder.FileOf(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts[2].TrimEnd('.')))];
    }
}
