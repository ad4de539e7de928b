using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>The problems of a run in one line.</summary>
public static class DiagnosticSummary
{
    /// <summary><c>3 errors, 1 warning in 2 files</c>; empty when there is nothing to say.</summary>
    public static string Of(IReadOnlyList<Diagnostic> diagnostics)
    {
        string[] counts =
        [
            .. new[] { (Severity.Error, "error"), (Severity.Warning, "warning"), (Severity.Info, "note") }
                .Select(kind => (Number: diagnostics.Count(d => d.Severity == kind.Item1), Noun: kind.Item2))
                .Where(kind => kind.Number > 0)
                .Select(kind => Count.Of(kind.Number, kind.Noun)),
        ];
        var files = diagnostics.Select(d => d.Span?.Source.Path).OfType<string>().Distinct().Count();
        var text = string.Join(", ", counts);
        return files == 0 ? text : $"{text} in {Count.Of(files, "file")}";
    }
}
