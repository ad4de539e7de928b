using Strata.Platform.Reports;

namespace Strata.Cli.Files;

/// <summary>
/// A folder that holds a report and nothing else. A list of the report's files lies in it, so that pages of stacks that are gone
/// are removed, and somebody else's files never are.
/// </summary>
internal sealed class ReportFolder(string path)
{
    private const string ListName = ".strata-report";

    private string ListPath => Path.Combine(path, ListName);

    /// <summary>It is not there, empty, or a report.</summary>
    public bool IsFree => !Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any() || File.Exists(ListPath);

    /// <summary>Writes what is not there yet in these words, and removes pages of before.</summary>
    /// <returns>How many files changed.</returns>
    public int Write(IReadOnlyList<ReportFile> files)
    {
        var changed = 0;
        var names = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var old in File.Exists(ListPath) ? File.ReadAllLines(ListPath) : [])
        {
            if (!names.Contains(old) && IsBelow(old) && File.Exists(Path.Combine(path, old)))
            {
                File.Delete(Path.Combine(path, old));
                changed++;
            }
        }

        // The list goes first: whoever stops the work here leaves a folder that the next report may still take.
        Directory.CreateDirectory(path);
        AtomicFile.Write(ListPath, string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n")));
        foreach (var file in files)
        {
            var target = Path.Combine(path, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            changed += AtomicFile.Write(target, file.Content) ? 1 : 0;
        }

        return changed;
    }

    private static bool IsBelow(string name) => !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");
}
