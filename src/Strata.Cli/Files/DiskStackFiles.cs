using Strata.Platform.Stacks;
using Strata.Text;

namespace Strata.Cli.Files;

/// <summary>The stack files of a repository on disk. Links that lead out of the repository are not followed.</summary>
/// <param name="stages">Takes down what is read and how long it takes.</param>
internal sealed class DiskStackFiles(string root, Stages? stages = null) : IStackFiles
{
    private IReadOnlyList<string>? _list;

    public SourceText? Read(string path)
    {
        if (stages is null)
        {
            return ReadFile(path);
        }

        var text = stages.Time("read", () => ReadFile(path));
        if (text is not null)
        {
            stages.Read(path);
        }

        return text;
    }

    public IReadOnlyList<string> List() => _list ??= Scan();

    private SourceText? ReadFile(string path)
    {
        var file = Path.Combine(root, path);
        return File.Exists(file) ? new SourceText(path, File.ReadAllText(file)) : null;
    }

    private List<string> Scan()
    {
        var folder = Path.Combine(root, "stacks");
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden };
        var files = Directory.EnumerateFiles(folder, "*", options)
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(root, f).Replace('\\', '/'))
            .ToList();
        files.Sort(StringComparer.Ordinal);
        return files;
    }
}
