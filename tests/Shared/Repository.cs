using System.Reflection;

namespace Strata.Tests;

/// <summary>Where the repository is on this machine.</summary>
internal static class Repository
{
    /// <summary>The folder of Infra.sln: where the tests were built or, when that is gone, above where they run.</summary>
    public static string Root { get; } = Find();

    /// <summary>The name of the running test project.</summary>
    public static string TestProject { get; } = typeof(Repository).Assembly.GetName().Name!;

    /// <param name="path">With forward slashes, relative to the root.</param>
    public static string PathOf(string path) => Path.Combine([Root, .. path.Split('/')]);

    private static string Find()
    {
        var built = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "RepositoryRoot")?.Value;
        return Above(built) ?? Above(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException($"There is no Infra.sln above '{AppContext.BaseDirectory}'.");
    }

    private static string? Above(string? path)
    {
        var folder = path is null ? null : new DirectoryInfo(path);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Infra.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
