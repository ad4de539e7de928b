using System.Text.Json;
using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>What Strata wrote into a folder last time, so that hand-edited and stale files can be told from its own.</summary>
/// <param name="Files">By path.</param>
public sealed record RenderManifest(IReadOnlyDictionary<string, ManifestEntry> Files)
{
    public const string Path = ".strata-rendered.json";

    /// <summary>The ending of temporary names.</summary>
    public const string TemporaryEnding = ".strata-tmp";

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public static RenderManifest Empty { get; } = new(new Dictionary<string, ManifestEntry>());

    /// <summary>Null, with an error, when the text is no manifest.</summary>
    internal static RenderManifest? Read(string text, DiagnosticBag diagnostics)
    {
        var source = new SourceText(Path, text);
        try
        {
            using var document = JsonDocument.Parse(text);
            var files = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
            foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
            {
                var hashes = file.Value.GetProperty("hashes").EnumerateArray().Select(hash => hash.GetString() ?? "").ToList();
                files[file.Name] = new ManifestEntry(file.Value.GetProperty("template").GetString() ?? "", hashes);
            }

            return new RenderManifest(files);
        }
        catch (JsonException problem)
        {
            diagnostics.Add(RenderErrors.BrokenManifest(JsonPlace.Of(source, problem), JsonPlace.Sentence(problem)));
        }
        catch (Exception problem) when (problem is InvalidOperationException or KeyNotFoundException)
        {
            diagnostics.Add(RenderErrors.BrokenManifest(new SourceSpan(source, 0, 0), "it has not the form of one"));
        }

        return null;
    }

    internal string Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("remark", "Written by strata render, with the files it lists; keep it beside them in git.");
            json.WriteStartObject("files");
            foreach (var (path, entry) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WriteStartObject(path);
                json.WriteString("template", entry.Template);
                json.WriteStartArray("hashes");
                foreach (var hash in entry.Hashes)
                {
                    json.WriteStringValue(hash);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return $"{System.Text.Encoding.UTF8.GetString(stream.ToArray())}\n";
    }
}

/// <param name="Hashes">Of the whole text: one, or, while files are being written, of the text before and after.</param>
public sealed record ManifestEntry(string Template, IReadOnlyList<string> Hashes);
