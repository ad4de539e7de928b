using System.Buffers;
using System.Text;
using Strata.Platform.Rendering;

namespace Strata.Cli.Files;

/// <summary>
/// An output folder on disk. One that does not exist yet is written under another name and gets its own at the end, so that its
/// files need not be made twice each to be whole.
/// </summary>
internal sealed class DiskRenderFolder : IRenderFolder
{
    private readonly string _folder;

    /// <summary>Where files are: the folder itself, or what is to become it.</summary>
    private string _root;

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Folders that were made or found to be no links.</summary>
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    /// <summary>Full paths of folders that are there.</summary>
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);

    private readonly Dictionary<string, FileStamp> _written = new(StringComparer.Ordinal);

    /// <summary>Nothing is in it yet, so that nothing need be looked for.</summary>
    private bool _isNew;

    public string? Read(string path)
    {
        if (_isNew)
        {
            return null;
        }

        var file = Full(path);
        return File.Exists(file) ? File.ReadAllText(file, WithoutMark) : null;
    }

    public bool IsBehindLink(string path)
    {
        if (_isNew)
        {
            return false;
        }

        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            var parent = path[..end];
            if (_folders.Contains(parent))
            {
                continue;
            }

            var info = new DirectoryInfo(Full(parent));
            if (info.LinkTarget is not null)
            {
                return true;
            }

            if (!info.Exists)
            {
                return false;
            }

            _folders.Add(parent);
        }

        return new FileInfo(Full(path)).LinkTarget is not null;
    }

    public DiskRenderFolder(string folder)
    {
        _root = _folder = folder;
        _isNew = !Path.Exists(folder);
    }

    /// <summary>What was written, by path.</summary>
    public IReadOnlyDictionary<string, FileStamp> Written => _written;

    private string Staging => $"{_folder}{RenderManifest.TemporaryEnding}";

    public void Write(string path, string text)
    {
        if (_isNew && _root == _folder)
        {
            _root = Staging;
            Directory.CreateDirectory(_root);
        }

        var file = Full(path);
        var parent = Path.GetDirectoryName(file)!;
        if (_made.Add(parent))
        {
            Directory.CreateDirectory(parent);
        }

        if (_root != _folder)
        {
            _written[path] = WriteNew(file, text);
            return;
        }

        var temporary = Path.Combine(parent, $".{Path.GetFileName(file)}{RenderManifest.TemporaryEnding}");
        try
        {
            _written[path] = WriteNew(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Never through a link that someone put there: only a new file is opened.</summary>
    private static FileStamp WriteNew(string file, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(WithoutMark.GetMaxByteCount(text.Length));
        try
        {
            using var handle = File.OpenHandle(file, FileMode.CreateNew, FileAccess.Write);
            var size = WithoutMark.GetBytes(text, bytes);
            RandomAccess.Write(handle, bytes.AsSpan(0, size), 0);
            return new FileStamp(size, File.GetLastWriteTimeUtc(handle).Ticks);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Finish()
    {
        if (_root != _folder)
        {
            Directory.Move(_root, _folder);
            _root = _folder;
            _isNew = false;
            _made.Clear();
        }
    }

    public void Delete(string path)
    {
        _written.Remove(path);
        File.Delete(Full(path));
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var parent = Full(path[..end]);
            if (!Directory.Exists(parent) || Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            Directory.Delete(parent);
            _made.Remove(parent);
            _folders.Remove(path[..end]);
        }
    }

    public void RemoveLeftovers()
    {
        if (Directory.Exists(Staging) && new DirectoryInfo(Staging).LinkTarget is null)
        {
            Directory.Delete(Staging, recursive: true);
        }

        if (!Directory.Exists(_folder))
        {
            return;
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in Directory.EnumerateFiles(_folder, $".*{RenderManifest.TemporaryEnding}", options).ToList())
        {
            if (!IsBehindLink(Path.GetRelativePath(_folder, Path.GetDirectoryName(file)! + "/x").Replace('\\', '/')))
            {
                File.Delete(file);
            }
        }
    }

    private string Full(string path) => Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
}
