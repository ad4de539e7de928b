using Strata.Generator.Model;
using Strata.Generator.Reading;

namespace Strata.Tests.Providers;

/// <summary>The provider facts, which are not part of the repository: where there are none, tests that need them say so and pass.</summary>
internal static class StagedSchemas
{
    public static readonly Lazy<IReadOnlyList<PackageModel>?> All = new(() =>
        Up("shared/schemas") is { } folder
            ? [.. new[] { "aws", "gcp", "kubernetes" }.Select(name => SchemaReader.Read(File.ReadAllText(Path.Combine(folder, name + ".json")))!)]
            : null);

    /// <summary>The nearest folder above the tests that has <paramref name="path"/> below it, with that path; null when there is none.</summary>
    public static string? Up(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
