using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>A preview as JSON: <c>{"schema": "strata-preview", "version": 1, …}</c>; <c>docs/preview.schema.json</c> says the rest.</summary>
internal static class PreviewJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static void Write(TextWriter writer, PreviewReport report) => Write(writer, PreviewDocuments.Of(report));

    public static void Write(TextWriter writer, Diagnostic problem) => Write(writer, PreviewDocuments.Of(problem));

    private static void Write(TextWriter writer, PreviewDocument document)
    {
        writer.Write(JsonSerializer.Serialize(document, Options));
        writer.Write('\n');
    }
}
