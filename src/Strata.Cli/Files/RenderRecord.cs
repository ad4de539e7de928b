using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Strata.Cli.Files;

/// <summary>
/// What the last rendering read and left behind: while what a stack was made from is the same, and size and time of its files too, there is
/// nothing to do for that stack. Kept in the user's cache, not in the repository; losing it costs time and nothing else.
/// </summary>
internal sealed class RenderRecord
{
    /// <summary>Links are followed, as they are when files are read; not for ever.</summary>
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.None };

    private readonly string _file;
    private readonly string _output;
    private readonly string _inputs;
    private readonly Dictionary<string, StackRecord> _stacks = new(StringComparer.Ordinal);

    /// <summary>Of stack files and fragments by path, as they were before any was read: one that changes meanwhile is not what it was next time.</summary>
    private readonly IReadOnlyDictionary<string, string> _hashes;

    private RenderRecord(string file, string output, (string Inputs, IReadOnlyDictionary<string, string> Hashes) now) => (_file, _output, _inputs, _hashes) = (file, output, now.Inputs, now.Hashes);

    /// <param name="root">The repository.</param>
    /// <param name="output">The folder that has a folder for each stack.</param>
    public static RenderRecord Open(string root, string output)
    {
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var place = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named : cache.Length > 0 ? cache : Path.GetTempPath();
        return Open(Path.Combine(place, "strata", $"rendered-{Hash(Encoding.UTF8.GetBytes(output))}"), root, output);
    }

    /// <param name="file">Where it is kept.</param>
    internal static RenderRecord Open(string file, string root, string output)
    {
        var record = new RenderRecord(file, output, NowOrNothing(root));
        record.Read();
        return record;
    }

    /// <summary>Empty when something of it cannot be read: then nothing is on record.</summary>
    private static (string Inputs, IReadOnlyDictionary<string, string> Hashes) NowOrNothing(string root)
    {
        try
        {
            return (InputsOf(root, Environment.ProcessPath!, AppContext.BaseDirectory), HashesOf(root));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ("", new Dictionary<string, string>());
        }
    }

    /// <summary>The stacks of which nothing changed, with the number of their files.</summary>
    public IReadOnlyDictionary<string, int> Current(IEnumerable<string> names) => names.AsParallel()
        .Where(name => _stacks.TryGetValue(name, out var stack) && stack.FilesRead.All(file => file.Hash == HashOf(file.Path)) && IsAsLeft(name, stack))
        .ToDictionary(name => name, name => _stacks[name].Files.Count - 1, StringComparer.Ordinal);

    /// <summary>A stack was rendered.</summary>
    /// <param name="read">The stack files and fragments it was made from, below the repository.</param>
    /// <param name="paths">All its files, below its folder.</param>
    /// <param name="written">Those of them that were just written.</param>
    public void Set(string stack, IEnumerable<string> read, IEnumerable<string> paths, IReadOnlyDictionary<string, FileStamp> written)
    {
        var folder = Path.Combine(_output, stack);
        _stacks[stack] = new StackRecord(
            [.. read.Select(path => (HashOf(path), path))],
            [.. paths.Select(path => written.TryGetValue(path, out var stamp) ? Line(stamp, path) : LineOf(folder, path))]);
    }

    /// <summary>It is looked at anew next time.</summary>
    public void Forget(string stack) => _stacks.Remove(stack);

    /// <summary>Forgets everything where it cannot be written: then nothing is known next time.</summary>
    public void Save()
    {
        if (_inputs.Length == 0)
        {
            return;
        }

        var text = new StringBuilder().Append(_inputs).Append('\n');
        foreach (var (name, stack) in _stacks.OrderBy(stack => stack.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{name}\t{stack.FilesRead.Count}\t{stack.Files.Count}\n");
            foreach (var (hash, path) in stack.FilesRead)
            {
                text.Append(hash).Append('\t').Append(path).Append('\n');
            }

            text.AppendJoin('\n', stack.Files).Append('\n');
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            AtomicFile.Write(_file, text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that is not there.
        }
    }

    private void Read()
    {
        try
        {
            var lines = File.Exists(_file) ? File.ReadAllLines(_file) : [];
            if (lines.Length == 0 || _inputs.Length == 0 || lines[0] != _inputs)
            {
                return;
            }

            for (var at = 1; at < lines.Length;)
            {
                var parts = lines[at++].Split('\t');
                var (read, files) = (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
                _stacks[parts[0]] = new StackRecord([.. lines[at..(at + read)].Select(line => (line[..line.IndexOf('\t')], line[(line.IndexOf('\t') + 1)..]))], lines[(at + read)..(at + read + files)]);
                at += read + files;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            _stacks.Clear();
        }
    }

    private bool IsAsLeft(string name, StackRecord stack) =>
        stack.Files.All(line => line == LineOf(Path.Combine(_output, name), line[(line.IndexOf('\t', line.IndexOf('\t') + 1) + 1)..]));

    /// <summary>Another text when the file is gone or is a link.</summary>
    private static string LineOf(string folder, string path)
    {
        var info = new FileInfo(Path.Combine(folder, path));
        return info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint) ? Line(new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks), path) : $"gone\t\t{path}";
    }

    private static string Line(FileStamp stamp, string path) => string.Create(CultureInfo.InvariantCulture, $"{stamp.Size}\t{stamp.Ticks}\t{path}");

    private string HashOf(string path) => _hashes.GetValueOrDefault(path, "none");

    private static Dictionary<string, string> HashesOf(string root)
    {
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        var folder = Path.Combine(root, "stacks");
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml", All) : [])
        {
            try
            {
                hashes[Path.GetRelativePath(root, file).Replace('\\', '/')] = Hash(File.ReadAllBytes(file));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Whoever needs it will say so.
            }
        }

        return hashes;
    }

    /// <summary>
    /// Everything that the rendering of any stack reads: the program itself, with the templates that come with it, and the repository's and the
    /// teams' templates. Stack files and fragments are known by stack; of those with the ending that Pulumi does not find, their names.
    /// </summary>
    /// <param name="program">The process's own file: of native code that is all there is.</param>
    /// <param name="beside">The folder with the program's libraries and templates.</param>
    internal static string InputsOf(string root, string program, string beside)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(beside, "*.dll").Append(program).Order(StringComparer.Ordinal))
        {
            var info = new FileInfo(file);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{file}\n{info.Length}\n{info.LastWriteTimeUtc.Ticks}\n")));
        }

        foreach (var folder in new[] { Path.Combine(root, "stacks"), Path.Combine(root, "templates"), Path.Combine(beside, "templates") }.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", All).Where(file => !file.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var content = file.EndsWith(".yml", StringComparison.Ordinal) ? [] : File.ReadAllBytes(file);
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(root, file)}\n{content.Length}\n")));
                hash.AppendData(content);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hash(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data))[..16];

    /// <param name="FilesRead">What the stack was made from, with the hash that each file had.</param>
    /// <param name="Files">A line for each file of the stack: size, time, path.</param>
    private sealed record StackRecord(IReadOnlyList<(string Hash, string Path)> FilesRead, IReadOnlyList<string> Files);
}
