using System.Text.Json;
using Strata.Generator.Model;

namespace Strata.Generator.Reading;

/// <summary>Reads a provider's schema in either format.</summary>
public static class SchemaReader
{
    /// <returns>Null when the document is neither format.</returns>
    public static PackageModel? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.ValueKind is not JsonValueKind.Object || !root.TryGetProperty("resources", out _))
        {
            return null;
        }

        return root.TryGetProperty("format", out var format)
            ? format.GetString() == FactsReader.Format ? FactsReader.Read(root) : null
            : root.TryGetProperty("name", out _) ? PackageSchemaReader.Read(root) : null;
    }
}
