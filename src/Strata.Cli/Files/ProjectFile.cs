using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Cli.Files;

/// <summary>Pulumi.yaml, which makes a folder a project of Pulumi's.</summary>
internal static class ProjectFile
{
    /// <summary>The project's <c>name</c>, which the engine puts into the URN of all that it makes; null when the file cannot be read or has none.</summary>
    /// <param name="root">The repository's folder.</param>
    public static string? NameIn(string root)
    {
        var path = Path.Combine(root, "Pulumi.yaml");
        if (!File.Exists(path))
        {
            return null;
        }

        return (YamlReader.Read(new SourceText("Pulumi.yaml", File.ReadAllText(path)), new DiagnosticBag()) as YamlMapping)?["name"] is YamlScalar { Text: { Length: > 0 } name } ? name : null;
    }
}
