using System.Text.Json;

namespace Strata.Cli.Tests.Previews;

/// <summary>
/// What the staged provider facts themselves say of a change, read apart from the code that is generated of them: <c>certain</c>,
/// <c>conditional</c>, <c>unknown</c> or <c>no</c>.
/// </summary>
internal static class ReplaceFacts
{
    private static readonly Dictionary<string, JsonElement> Files = new(StringComparer.Ordinal);

    /// <param name="type">A type token.</param>
    /// <param name="steps">Names and, for elements of lists, null.</param>
    /// <param name="comesOrGoes">The value is only there before or only afterwards.</param>
    /// <returns>Null for a type that no provider has.</returns>
    public static string? Of(string type, IReadOnlyList<string?> steps, bool comesOrGoes)
    {
        if (Resource(type) is not { } resource)
        {
            return null;
        }

        if (resource.TryGetProperty("replacePaths", out var paths) && paths.EnumerateArray().Any(path => Touches(path.GetString()!, steps)))
        {
            return "certain";
        }

        var (fields, flags, isBlock) = (resource.GetProperty("inputs"), default(JsonElement), false);
        foreach (var step in steps)
        {
            if (step is null)
            {
                continue; // An element has its list's flags.
            }

            if (fields.ValueKind is not JsonValueKind.Object || !fields.TryGetProperty(step, out var field))
            {
                break; // Within a map or a text, whose flags count.
            }

            flags = field;
            var name = field.GetProperty("type").GetString()!.Split(['<', '>', '|']).FirstOrDefault(part => part.StartsWith('#'));
            isBlock = name is not null && Types(type).TryGetProperty(name[1..], out var block) && block.TryGetProperty("props", out fields);
            fields = isBlock ? fields : default;
        }

        return flags.ValueKind is not JsonValueKind.Object ? "no"
            : flags.TryGetProperty("replace", out var replace) && (!isBlock || comesOrGoes) ? replace.ValueKind is JsonValueKind.True ? "certain" : "conditional"
            : flags.TryGetProperty("replaceUnknown", out _) ? "unknown"
            : "no";
    }

    private static bool Touches(string path, IReadOnlyList<string?> steps)
    {
        var wanted = path.TrimStart('.').Replace("[*]", "", StringComparison.Ordinal).Split('.');
        var names = steps.OfType<string>().ToList();
        return wanted.Zip(names).All(pair => pair.First == pair.Second || pair.First == "*");
    }

    private static JsonElement? Resource(string type) =>
        type.Split(':')[0] is "aws" or "gcp" or "kubernetes" && File(type).GetProperty("resources").TryGetProperty(type, out var resource) ? resource : null;

    private static JsonElement Types(string type) => File(type).GetProperty("types");

    private static JsonElement File(string type)
    {
        lock (Files)
        {
            var provider = type.Split(':')[0];
            return Files.TryGetValue(provider, out var file) ? file
                : Files[provider] = JsonDocument.Parse(System.IO.File.ReadAllText(Path.Combine(SharedTools.Folder!, "schemas", $"{provider}.json"))).RootElement;
        }
    }
}
