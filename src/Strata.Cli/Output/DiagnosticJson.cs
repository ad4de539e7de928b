using System.Text.Json;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>
/// Diagnostics for programs: <c>{"errors", "warnings", "diagnostics": [{code, severity, message, file, line, column, endLine,
/// endColumn, replacement, related: [{note, file, line, column, endLine, endColumn}]}]}</c>. Lines and columns count from 1, columns
/// in UTF-16 units, ends are exclusive; a problem without a place has no <c>file</c>. <c>replacement</c> is the text that would
/// mend the place.
/// </summary>
public static class DiagnosticJson
{
    /// <param name="diagnostics">Sorted.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics) => JsonOutput.Write(writer, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("errors", diagnostics.Count(d => d.Severity == Severity.Error));
        json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == Severity.Warning));
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            Write(json, diagnostic);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", SeverityName.Of(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.Span is { } span)
        {
            WritePlace(json, span);
        }

        if (diagnostic.Replacement is { } replacement)
        {
            json.WriteString("replacement", replacement);
        }

        if (diagnostic.Related.Count > 0)
        {
            json.WriteStartArray("related");
            foreach (var related in diagnostic.Related)
            {
                json.WriteStartObject();
                json.WriteString("note", related.Note);
                WritePlace(json, related.Span);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan span)
    {
        var (start, end) = (span.StartPosition, span.EndPosition);
        json.WriteString("file", span.Source.Path);
        json.WriteNumber("line", start.Line);
        json.WriteNumber("column", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
    }
}
