using Strata.Templating;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>The repository's templates, and a team's own in the place of those of the same path.</summary>
internal sealed class DiskTemplates(string root, string team) : ITemplateLoader
{
    private const string Ending = ".sbn";

    /// <summary>The team has templates of its own.</summary>
    public static bool HasOwn(string root, string team) => Directory.Exists(Path.Combine(root, FolderOf(team)));

    public IReadOnlyCollection<string> Names => [.. Folders.SelectMany(List).Distinct().Order(StringComparer.Ordinal)];

    public SourceText? Load(string name)
    {
        // Names come from the program and from templates; neither may lead out of the folders.
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or "..") || name.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var folder in Folders)
        {
            var path = $"{folder}/{name}";
            var file = Path.Combine(root, path);
            if (File.Exists(file))
            {
                return new SourceText(path, File.ReadAllText(file).ReplaceLineEndings("\n"));
            }
        }

        return null;
    }

    private static string FolderOf(string team) => $"stacks/teams/{team}/templates";

    /// <summary>The team's first; without a team the repository's alone.</summary>
    private string[] Folders => team.Length == 0 ? ["templates"] : [FolderOf(team), "templates"];

    private IEnumerable<string> List(string folder)
    {
        var full = Path.Combine(root, folder);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, $"*{Ending}", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(full, file).Replace('\\', '/')) : [];
    }
}
