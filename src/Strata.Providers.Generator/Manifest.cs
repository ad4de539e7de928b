using System.Text.Json;

namespace Strata.Generator;

/// <summary>What to generate: <c>src/Strata.Providers/manifest.json</c>.</summary>
public sealed record Manifest(IReadOnlyList<ManifestPackage> Packages)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static Manifest Parse(string json) => JsonSerializer.Deserialize<Manifest>(json, Options) ?? throw new JsonException("The manifest is empty.");
}
