using Strata.Templating;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>The repository's templates, and a team's own in the place of those of the same path.</summary>
internal sealed class DiskTemplates(string root, string team) : ITemplateLoader
{
    private const string Ending = ".sbn";

    public IReadOnlyCollection<string> Names => [.. Folders.SelectMany(List).Distinct().Order(StringComparer.Ordinal)];

    public SourceText? Load(string name)
    {
        foreach (var folder in Folders)
        {
            if (Read(root, $"{folder}/{name}") is { } source)
            {
                return source;
            }
        }

        return null;
    }

    /// <summary>A template by its path in the repository; null when there is none.</summary>
    public static SourceText? Read(string root, string path)
    {
        // Names come from the program and from templates; neither may lead out of the folders.
        if (!path.EndsWith(Ending, StringComparison.Ordinal) || path.Split('/').Any(part => part is "" or "." or "..") || path.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        var file = Path.Combine(root, path);
        return File.Exists(file) ? new SourceText(path, File.ReadAllText(file).ReplaceLineEndings("\n")) : null;
    }

    /// <summary>The team's first.</summary>
    private string[] Folders => [$"stacks/teams/{team}/templates", "templates"];

    private IEnumerable<string> List(string folder)
    {
        var full = Path.Combine(root, folder);
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, $"*{Ending}", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(full, file).Replace('\\', '/')) : [];
    }
}
