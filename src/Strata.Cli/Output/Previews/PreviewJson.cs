using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Strata.Diagnostics;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>A preview as JSON: <c>{"schema": "strata-preview", "version": 1, …}</c>; <c>docs/preview.schema.json</c> says the rest.</summary>
internal static class PreviewJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        TypeInfoResolver = PreviewJsonContext.Default,
    };

    public static void Write(TextWriter writer, PreviewReport report) => Write(writer, PreviewDocuments.Of(report));

    public static void Write(TextWriter writer, Diagnostic problem) => Write(writer, PreviewDocuments.Of(problem));

    private static void Write(TextWriter writer, PreviewDocument document)
    {
        writer.Write(JsonSerializer.Serialize(document, Options.GetTypeInfo(typeof(PreviewDocument))));
        writer.Write('\n');
    }
}

/// <summary>The documents that are written as they are; how is known when this is compiled, so that nothing is looked up when it runs.</summary>
[JsonSerializable(typeof(PreviewDocument))]
[JsonSerializable(typeof(AffectedDocument))]
internal sealed partial class PreviewJsonContext : JsonSerializerContext;
