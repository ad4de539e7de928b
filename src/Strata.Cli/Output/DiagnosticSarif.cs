using System.Text.Json;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Cli.Output;

/// <summary>
/// Diagnostics as SARIF 2.1.0, which code scanning and editors read. Columns count UTF-16 units from 1, the end exclusive, as
/// SARIF has it; files are relative to the repository root.
/// </summary>
public static class DiagnosticSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <param name="diagnostics">Sorted.</param>
    /// <param name="version">Strata's own version, such as <c>0.1.0</c>.</param>
    public static void Write(TextWriter writer, IReadOnlyList<Diagnostic> diagnostics, string version) => JsonOutput.Write(writer, json =>
    {
        string[] rules = [.. diagnostics.Select(d => d.Code).Distinct().Order(StringComparer.Ordinal)];
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules, diagnostics, version);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("results");
        foreach (var diagnostic in diagnostics)
        {
            WriteResult(json, diagnostic, Array.BinarySearch(rules, diagnostic.Code, StringComparer.Ordinal));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteTool(Utf8JsonWriter json, string[] rules, IReadOnlyList<Diagnostic> diagnostics, string version)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "strata");
        json.WriteString("semanticVersion", version);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule);
            WriteText(json, "shortDescription", $"{rule}, see docs/diagnostics.md.");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", SeverityName.SarifLevelOf(diagnostics.First(d => d.Code == rule).Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic, int rule)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", SeverityName.SarifLevelOf(diagnostic.Severity));
        WriteText(json, "message", diagnostic.Message);
        if (diagnostic.Span is { } span)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            WritePlace(json, span);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteRelated(json, diagnostic.Related);
        if (diagnostic is { Replacement: { } replacement, Span: { } place })
        {
            WriteFix(json, place, replacement);
        }

        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, IReadOnlyList<RelatedPlace> places)
    {
        if (places.Count == 0)
        {
            return;
        }

        json.WriteStartArray("relatedLocations");
        for (var i = 0; i < places.Count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i);
            WritePlace(json, places[i].Span);
            WriteText(json, "message", places[i].Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, SourceSpan span, string replacement)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", $"Replace with '{replacement}'.");
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteFile(json, span);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", span);
        WriteText(json, "insertedContent", replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("physicalLocation");
        WriteFile(json, span);
        WriteRegion(json, "region", span);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, SourceSpan span)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', span.Source.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, SourceSpan span)
    {
        var (start, end) = (span.StartPosition, span.EndPosition);
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
