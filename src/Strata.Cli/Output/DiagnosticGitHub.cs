using System.Globalization;
using Strata.Diagnostics;

namespace Strata.Cli.Output;

/// <summary>Diagnostics as GitHub workflow commands: annotations on the lines of a pull request.</summary>
public static class DiagnosticGitHub
{
    /// <param name="diagnostics">Sorted.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var properties = $"title={Property(diagnostic.Code)}";
            if (diagnostic.Span is { StartPosition: var (line, column) } span)
            {
                properties = string.Create(CultureInfo.InvariantCulture, $"file={Property(span.Source.Path)},line={line},col={column},{properties}");
            }

            var message = string.Join('\n', diagnostic.Related.Select(related => $"{related.Span}: {related.Note}").Prepend(diagnostic.Message));
            writer.Write($"::{SeverityName.GitHubCommandOf(diagnostic.Severity)} {properties}::{Data(message)}\n");
        }
    }

    /// <summary>The escapes of the runner's own command parser.</summary>
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
