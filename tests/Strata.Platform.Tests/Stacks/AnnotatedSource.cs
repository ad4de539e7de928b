using System.Text;
using Strata.Diagnostics;
using Strata.Platform.Stacks;

namespace Strata.Platform.Tests.Stacks;

/// <summary>Source text with each problem written under its line: what a reviewer of a golden reads.</summary>
internal static class AnnotatedSource
{
    public static string Of(IStackFiles files, IReadOnlyList<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.Where(d => d.Span is null))
        {
            text.Append(diagnostic).Append('\n');
        }

        foreach (var group in diagnostics.Where(d => d.Span is not null).GroupBy(d => d.Span!.Value.Source.Path))
        {
            var source = files.Read(group.Key) ?? group.First().Span!.Value.Source;
            text.Append("== ").Append(group.Key).Append('\n');
            var lines = source.Content.TrimEnd('\n').Split('\n').Length;
            for (var line = 1; line <= lines; line++)
            {
                text.Append(source.LineAt(line)).Append('\n');
                foreach (var diagnostic in group.Where(d => d.Span!.Value.StartPosition.Line == line || (line == lines && d.Span!.Value.StartPosition.Line > lines)))
                {
                    AppendUnder(text, diagnostic);
                }
            }
        }

        return text.ToString();
    }

    private static void AppendUnder(StringBuilder text, Diagnostic diagnostic)
    {
        var (start, end) = (diagnostic.Span!.Value.StartPosition, diagnostic.Span.Value.EndPosition);
        var length = end.Line == start.Line ? Math.Max(1, end.Column - start.Column) : 1;
        text.Append(' ', start.Column - 1).Append('^').Append('~', length - 1).Append(' ');
        text.Append(diagnostic.Severity switch { Severity.Error => "error ", Severity.Warning => "warning ", _ => "info " }).Append(diagnostic.Code).Append(": ").Append(diagnostic.Message).Append('\n');
        foreach (var related in diagnostic.Related)
        {
            text.Append("    ").Append(related.Note).Append(": ").Append(related.Span).Append('\n');
        }
    }
}
