namespace Strata.Generator;

/// <summary>The folder that generated files go to. Nothing else may be in it: what is not generated any more is deleted.</summary>
public sealed class GeneratedFolder(string root)
{
    /// <summary>Writes what changed and gives the number of files written or deleted.</summary>
    /// <param name="parts">The top folders that <paramref name="files"/> replace; others stay as they are.</param>
    public int Write(IEnumerable<string> parts, IReadOnlyList<GeneratedFile> files)
    {
        var changes = 0;
        foreach (var stale in Existing(parts).Except(files.Select(file => file.Path)))
        {
            File.Delete(Path.Combine(root, stale));
            changes++;
        }

        foreach (var file in files.Where(file => Read(file.Path) != file.Text))
        {
            var path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            changes++;
        }

        return changes;
    }

    /// <summary>The first difference between the folder and the files, in words; null when there is none.</summary>
    public string? FirstDifference(IEnumerable<string> parts, IReadOnlyList<GeneratedFile> files)
    {
        var expected = files.ToDictionary(file => file.Path, file => file.Text);
        foreach (var path in Existing(parts).Union(expected.Keys).Order(StringComparer.Ordinal))
        {
            if (!expected.TryGetValue(path, out var wanted))
            {
                return $"{path} is not generated any more.";
            }

            if (Read(path) is not { } actual)
            {
                return $"{path} is missing.";
            }

            if (actual != wanted)
            {
                var line = actual.Split('\n').Zip(wanted.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count();
                return $"{path}({line + 1}) should be:\n{wanted.Split('\n').ElementAtOrDefault(line)}\nbut is:\n{actual.Split('\n').ElementAtOrDefault(line)}";
            }
        }

        return null;
    }

    private string? Read(string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full) ? File.ReadAllText(full) : null;
    }

    private IEnumerable<string> Existing(IEnumerable<string> parts) => parts
        .Select(part => Path.Combine(root, part))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'));
}
