using System.Text.Json;

namespace Strata.Platform.Tests.Rendering;

/// <summary>Where the definition of a Kubernetes kind is, as a JSON schema.</summary>
internal static class ClusterKinds
{
    /// <summary>The schema of a manifest's kind, for <see cref="SharedTools.CheckSchema"/>; null for kinds without one there.</summary>
    public static string? SchemaOf(string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        var version = document.RootElement.GetProperty("apiVersion").GetString()!.Split('/');
        var kind = document.RootElement.GetProperty("kind").GetString();
        foreach (var file in version.Length < 2 ? [] : Directory.EnumerateFiles(Path.Combine(SharedTools.Folder!, "schemas", "crds"), $"{version[0]}_*.json"))
        {
            using var definition = JsonDocument.Parse(File.ReadAllText(file));
            if (definition.RootElement.GetProperty("kind").GetString() == kind
                && definition.RootElement.GetProperty("versions").TryGetProperty(version[1], out var at)
                && at.TryGetProperty("schema", out _))
            {
                return $"schemas/crds/{Path.GetFileName(file)}#versions/{version[1]}/schema";
            }
        }

        return null;
    }
}
