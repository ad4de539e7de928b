using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Strata.Tests;

/// <summary>Folders are the pipeline, and a stage never calls a later one.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>What each namespace of Strata.Core may use.</summary>
    private static readonly Dictionary<string, string[]> Uses = new()
    {
        ["Text"] = [],
        ["Diagnostics"] = ["Text"],
        ["Yaml"] = ["Text", "Diagnostics"],
        ["Yaml/Editing"] = ["Text", "Diagnostics", "Yaml"],
        ["Graph"] = ["Text", "Diagnostics"],
        ["Graph/Formats"] = ["Text", "Graph"],
        ["Planning"] = ["Text", "Graph", "Graph/Formats"],
        ["Templating"] = ["Text", "Diagnostics"],
        ["Templating/Values"] = [],
        ["Templating/Syntax"] = ["Text", "Diagnostics"],
        ["Templating/Functions"] = ["Text"],
    };

    /// <summary>What each project may reference.</summary>
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["Strata.Core"] = [],
        ["Strata.Providers.Generator"] = [],
        ["Strata.Providers"] = ["Strata.Core"],
        ["Strata.Platform"] = ["Strata.Providers", "Strata.Core"],
        ["Strata.Pulumi"] = ["Strata.Core"],
        ["Strata.Cli"] = ["Strata.Platform", "Strata.Core"],
        ["Infra"] = ["Strata.Pulumi", "Strata.Platform", "Strata.Core"],
    };

    public static TheoryData<string> Files() =>
        [.. Sources("src/Strata.Core", "*.cs").Select(file => Path.GetRelativePath(Repository.PathOf("src/Strata.Core"), file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_folder_uses_only_those_before_it(string file)
    {
        var folder = file[..file.LastIndexOf('/')];
        var used = Using().Matches(File.ReadAllText(Repository.PathOf($"src/Strata.Core/{file}"))).Select(match => match.Groups[1].Value.Replace('.', '/'));
        Assert.True(Uses.ContainsKey(folder), $"Say in this test what the folder '{folder}' may use.");
        Assert.Empty(used.Except([folder, .. Uses[folder]]));
    }

    [Fact]
    public void Projects_reference_only_those_before_them() => Assert.All(Sources("src", "*.csproj").Concat(Sources("infra", "*.csproj")), project =>
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var used = XDocument.Load(project).Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.True(References.ContainsKey(name), $"Say in this test what the project '{name}' may reference.");
        Assert.Empty(used.Except(References[name]));
    });

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Split('/', '\\').Any(part => part is "obj" or "bin"));

    [GeneratedRegex(@"^(?:global )?using (?:static |\w+ = )?Strata\.([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
