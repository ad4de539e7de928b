using System.Text.Json;
using Strata.Yaml;

namespace Strata.Platform.Stacks;

/// <summary>The engine's <c>strata:secrets</c>, which holds plaintext: a JSON object of texts.</summary>
internal static class EngineSecrets
{
    /// <summary>
    /// The section as the stack file would have it, with a placeholder per secret. What is not secret after all (a literal in the
    /// file, or the engine does not mark the key) stays a plain value, empty, for the section's own check to report.
    /// </summary>
    /// <param name="place">Where to say that secrets come from, if the file does not have them.</param>
    /// <param name="written">The section in the stack file; null when it has none.</param>
    /// <param name="secrets">Gets the plaintext.</param>
    public static YamlNode Read(string value, bool isMarked, YamlScalar place, YamlNode? written, Dictionary<string, string> secrets)
    {
        if (ParseObject(value) is not { } texts)
        {
            return new YamlScalar(place.Span, "", isPlain: false);
        }

        var section = written as YamlMapping;
        var names = (section?.Entries.Select(e => e.Key.Text).Where(texts.ContainsKey) ?? []).Union(texts.Keys.Order(StringComparer.Ordinal));
        var entries = new List<YamlEntry>();
        foreach (var name in names)
        {
            var entry = section?.Find(name);
            var key = entry?.Key ?? new YamlScalar(place.Span, name, isPlain: false);
            if (isMarked && texts[name] is { } plaintext && (entry is null || SecureValue.Is(entry.Value)))
            {
                secrets[name] = plaintext;
                entries.Add(new YamlEntry(key, entry?.Value ?? SecureValue.At(place)));
            }
            else
            {
                entries.Add(new YamlEntry(key, new YamlScalar(key.Span, "", isPlain: true)));
            }
        }

        return new YamlMapping(written?.Span ?? place.Span, entries);
    }

    /// <summary>The members by name, null for one that is no text; null when the value is no JSON object.</summary>
    private static Dictionary<string, string?>? ParseObject(string value)
    {
        try
        {
            using var document = JsonDocument.Parse(value);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
            foreach (var member in document.RootElement.EnumerateObject())
            {
                texts[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            }

            return texts;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
