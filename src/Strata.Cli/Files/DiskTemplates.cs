using Strata.Templating;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>The repository's templates, and a team's own in the place of those of the same path.</summary>
internal sealed class DiskTemplates(string root, string team) : ITemplateLoader
{
    private const string Ending = ".sbn";

    /// <summary>The team has templates of its own.</summary>
    public static bool HasOwn(string root, string team) => Directory.Exists(Path.Combine(root, FolderOf(team)));

    public IReadOnlyCollection<string> Names => [.. Folders.SelectMany(folder => List(folder.Full)).Distinct().Order(StringComparer.Ordinal)];

    public SourceText? Load(string name)
    {
        foreach (var (shown, folder) in Folders)
        {
            if (ReadFrom(folder, name, $"{shown}/{name}") is { } source)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>A template by its path in the repository; null when there is none.</summary>
    public static SourceText? Read(string root, string path) => ReadFrom(root, path, path);

    private static string FolderOf(string team) => $"stacks/teams/{team}/templates";

    /// <summary>The team's first unless there is no team, then the repository's, then those that come with the program: an installed tool has no repository of Strata's around it.</summary>
    private IEnumerable<(string Shown, string Full)> Folders =>
    [
        .. team.Length == 0 ? [] : new[] { (FolderOf(team), Path.Combine(root, FolderOf(team))) },
        ("templates", Path.Combine(root, "templates")),
        ("templates", Path.Combine(AppContext.BaseDirectory, "templates")),
    ];

    private static SourceText? ReadFrom(string folder, string path, string shown)
    {
        // Names come from the program and from templates; neither may lead out of the folders.
        if (!path.EndsWith(Ending, StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or "..") || path.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var file = Path.Combine(folder, path);
        return File.Exists(file) ? new SourceText(shown, File.ReadAllText(file).ReplaceLineEndings("\n")) : null;
    }

    private static IEnumerable<string> List(string full) =>
        Directory.Exists(full) ? Directory.EnumerateFiles(full, $"*{Ending}", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(full, file).Replace('\\', '/')) : [];
}
