using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Strata.Cli.Files;

/// <summary>
/// What the last rendering read and left behind: while its inputs are the same, and size and time of a stack's files too, there is nothing to do for
/// that stack. Kept in the user's cache, not in the repository; losing it costs time and nothing else.
/// </summary>
internal sealed class RenderRecord
{
    /// <summary>Links are followed, as they are when files are read; not for ever.</summary>
    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, MaxRecursionDepth = 16, AttributesToSkip = FileAttributes.None };

    private readonly string _file;
    private readonly string _output;
    private readonly string _inputs;
    private readonly Dictionary<string, IReadOnlyList<string>> _stacks = new(StringComparer.Ordinal);

    private RenderRecord(string file, string output, string inputs) => (_file, _output, _inputs) = (file, output, inputs);

    /// <param name="root">The repository.</param>
    /// <param name="output">The folder that has a folder for each stack.</param>
    public static RenderRecord Open(string root, string output)
    {
        var cache = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        var place = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named : cache.Length > 0 ? cache : Path.GetTempPath();
        var record = new RenderRecord(Path.Combine(place, "strata", $"rendered-{Hash(Encoding.UTF8.GetBytes(output))}"), output, InputsOrNone(root));
        record.Read();
        return record;
    }

    /// <summary>Empty when something of it cannot be read: then nothing is on record.</summary>
    private static string InputsOrNone(string root)
    {
        try
        {
            return InputsOf(root, Environment.ProcessPath!, AppContext.BaseDirectory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The stacks of which nothing changed, with the number of their files.</summary>
    public IReadOnlyDictionary<string, int> Current(IEnumerable<string> names) => names.AsParallel()
        .Where(name => _stacks.TryGetValue(name, out var lines) && lines.All(line => line == LineOf(Path.Combine(_output, name), line[(line.IndexOf('\t', line.IndexOf('\t') + 1) + 1)..])))
        .ToDictionary(name => name, name => _stacks[name].Count - 1, StringComparer.Ordinal);

    /// <param name="paths">All files of a stack, below its folder; null to look at it anew next time.</param>
    /// <param name="written">Those of them that were just written.</param>
    public void Set(string stack, IEnumerable<string>? paths, IReadOnlyDictionary<string, FileStamp> written)
    {
        if (paths is null)
        {
            _stacks.Remove(stack);
            return;
        }

        var folder = Path.Combine(_output, stack);
        _stacks[stack] = [.. paths.Select(path => written.TryGetValue(path, out var stamp) ? Line(stamp, path) : LineOf(folder, path))];
    }

    /// <summary>Forgets everything where it cannot be written: then nothing is known next time.</summary>
    public void Save()
    {
        if (_inputs.Length == 0)
        {
            return;
        }

        var text = new StringBuilder().Append(_inputs).Append('\n');
        foreach (var (stack, lines) in _stacks.OrderBy(stack => stack.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{stack}\t{lines.Count}\n").AppendJoin('\n', lines).Append('\n');
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
                var parts = lines[at].Split('\t');
                var count = int.Parse(parts[1], CultureInfo.InvariantCulture);
                _stacks[parts[0]] = lines[(at + 1)..(at + 1 + count)];
                at += count + 1;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException or ArgumentOutOfRangeException)
        {
            _stacks.Clear();
        }
    }

    /// <summary>Size, time and path; another text when the file is gone or is a link.</summary>
    private static string LineOf(string folder, string path)
    {
        var info = new FileInfo(Path.Combine(folder, path));
        return info.Exists && !info.Attributes.HasFlag(FileAttributes.ReparsePoint) ? Line(new FileStamp(info.Length, info.LastWriteTimeUtc.Ticks), path) : $"gone\t\t{path}";
    }

    private static string Line(FileStamp stamp, string path) => string.Create(CultureInfo.InvariantCulture, $"{stamp.Size}\t{stamp.Ticks}\t{path}");

    /// <summary>Everything that rendering reads: the program itself, with the templates that come with it, stack files, templates.</summary>
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
            foreach (var file in Directory.EnumerateFiles(folder, "*", All).Order(StringComparer.Ordinal))
            {
                var content = File.ReadAllBytes(file);
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Path.GetRelativePath(root, file)}\n{content.Length}\n")));
                hash.AppendData(content);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Hash(byte[] data) => Convert.ToHexStringLower(SHA256.HashData(data))[..16];
}
