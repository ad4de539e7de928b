using Strata.Templating;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>The repository's templates, and a team's own in the place of those of the same path.</summary>
internal sealed class DiskTemplates(string root, string team) : ITemplateLoader
{
    private const string Ending = ".sbn";

    public IReadOnlyCollection<string> Names => [.. Folders.SelectMany(folder => List(folder.Full)).Distinct().Order(StringComparer.Ordinal)];

    public SourceText? Load(string name)
    {
        // Names come from the program and from templates; neither may lead out of the folders.
        if (!name.EndsWith(Ending, StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or "..") || name.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var (shown, folder) in Folders)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
            {
                return new SourceText($"{shown}/{name}", File.ReadAllText(file).ReplaceLineEndings("\n"));
            }
        }

        return null;
    }

    /// <summary>The team's first, then the repository's, then those that come with the program: an installed tool has no repository of Strata's around it.</summary>
    private IEnumerable<(string Shown, string Full)> Folders =>
    [
        ($"stacks/teams/{team}/templates", Path.Combine(root, "stacks", "teams", team, "templates")),
        ("templates", Path.Combine(root, "templates")),
        ("templates", Path.Combine(AppContext.BaseDirectory, "templates")),
    ];

    private static IEnumerable<string> List(string full)
    {
        return Directory.Exists(full) ? Directory.EnumerateFiles(full, $"*{Ending}", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(full, file).Replace('\\', '/')) : [];
    }
}
