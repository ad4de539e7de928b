namespace Strata.Platform.Previews;

/// <summary>Which files of the repository differ between base and head, sorted by what they can do to a stack. Paths have forward slashes.</summary>
/// <param name="StackFiles">Stack files and fragments.</param>
/// <param name="Templates">Templates, a team's own too.</param>
/// <param name="Code">What the program is built from.</param>
public sealed record RepositoryChanges(IReadOnlyList<string> StackFiles, IReadOnlyList<string> Templates, IReadOnlyList<string> Code)
{
    private static readonly string[] BuildFiles = ["global.json", "Pulumi.yaml", "nuget.config"];

    public static RepositoryChanges Of(IEnumerable<string> paths)
    {
        var sorted = paths.Distinct().Order(StringComparer.Ordinal).ToList();
        return new RepositoryChanges([.. sorted.Where(IsStackFile)], [.. sorted.Where(IsTemplate)], [.. sorted.Where(IsCode)]);
    }

    public static bool IsStackFile(string path) =>
        path.StartsWith("stacks/", StringComparison.Ordinal) && (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal));

    /// <summary>Below <c>templates/</c> or <c>stacks/teams/TEAM/templates/</c>.</summary>
    public static bool IsTemplate(string path) => path.EndsWith(".sbn", StringComparison.Ordinal) && (path.StartsWith("templates/", StringComparison.Ordinal) || TeamOf(path) is not null);

    /// <summary>The team whose own template a path is; null for one of everyone's.</summary>
    public static string? TeamOf(string path) => path.Split('/') is ["stacks", "teams", var team, "templates", _, ..] ? team : null;

    /// <summary>The program's source, what it is built with, and the project's own settings; prose beside them changes nothing.</summary>
    public static bool IsCode(string path)
    {
        if (path.EndsWith(".md", StringComparison.Ordinal))
        {
            return false;
        }

        return path.StartsWith("src/", StringComparison.Ordinal) || path.StartsWith("infra/", StringComparison.Ordinal)
            || (!path.Contains('/', StringComparison.Ordinal)
                && (path.EndsWith(".props", StringComparison.Ordinal) || path.EndsWith(".targets", StringComparison.Ordinal) || BuildFiles.Contains(path, StringComparer.OrdinalIgnoreCase)));
    }
}
