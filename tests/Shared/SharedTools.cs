using System.Diagnostics;
using System.Text.Json;

namespace Strata.Tests;

/// <summary>
/// The provider facts and their checker, in a folder <c>shared</c> beside the repository. Machines without it skip the tests
/// that are marked <see cref="SharedFactAttribute"/> or <see cref="SharedTheoryAttribute"/>.
/// </summary>
internal static class SharedTools
{
    /// <summary>The folder; null when there is none in any folder above the repository.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Why tests are skipped; null when they are not.</summary>
    public static string? SkipReason { get; } =
        Folder is null ? "There is no folder 'shared' with tools/check_resource.py beside the repository." : null;

    /// <summary>What the checker finds in the <c>resources</c> list of a graph's JSON, or in a bare list.</summary>
    public static IReadOnlyList<CheckFinding> CheckResources(string json)
    {
        using var document = JsonDocument.Parse(json);
        var list = document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement : document.RootElement.GetProperty("resources");
        using var python = Process.Start(new ProcessStartInfo("python3", [Path.Combine(Folder!, "tools", "check_resource.py"), "--json", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEndAsync();
        python.StandardInput.Write(list.GetRawText());
        python.StandardInput.Close();
        python.WaitForExit();
        Assert.True(python.ExitCode is 0 or 1, $"check_resource.py ended with {python.ExitCode}: {errors.Result}");
        return JsonSerializer.Deserialize<List<CheckFinding>>(output.Result, JsonSerializerOptions.Web)!;
    }

    /// <summary>What is wrong with values by a JSON schema below <see cref="Folder"/>; empty where Python has no validator.</summary>
    /// <param name="values">JSON texts with where each is from.</param>
    /// <param name="isPartial">They are merged into defaults that have all that is required, as Helm does.</param>
    public static IReadOnlyList<string> CheckSchema(string schema, IEnumerable<(string Origin, string Json)> values, bool isPartial = false)
    {
        var list = $"[{string.Join(',', values.Select(v => $$"""{"origin":{{JsonSerializer.Serialize(v.Origin)}},"value":{{v.Json}}}"""))}]";
        using var python = Process.Start(new ProcessStartInfo("python3", [Repository.PathOf("tests/check_schema.py"), Path.Combine(Folder!, schema), .. isPartial ? ["--partial"] : Array.Empty<string>()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEndAsync();
        python.StandardInput.Write(list);
        python.StandardInput.Close();
        python.WaitForExit();
        Assert.True(python.ExitCode is 0 or 1 or 3, $"check_schema.py ended with {python.ExitCode}: {errors.Result}");
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(Repository.Root).Parent; folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(shared, "tools", "check_resource.py")))
            {
                return shared;
            }
        }

        return null;
    }
}
