using System.Text;
using Strata.Platform.Rendering;

namespace Strata.Cli.Files;

/// <summary>An output folder on disk. It need not exist before something is written.</summary>
internal sealed class DiskRenderFolder(string root) : IRenderFolder
{
    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Folders that were made or found to be no links.</summary>
    private readonly HashSet<string> _folders = new(StringComparer.Ordinal);

    public string? Read(string path)
    {
        var file = Full(path);
        return File.Exists(file) ? File.ReadAllText(file, WithoutMark) : null;
    }

    public bool IsBehindLink(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            var folder = path[..end];
            if (_folders.Contains(folder))
            {
                continue;
            }

            var info = new DirectoryInfo(Full(folder));
            if (info.LinkTarget is not null)
            {
                return true;
            }

            if (!info.Exists)
            {
                return false;
            }

            _folders.Add(folder);
        }

        return new FileInfo(Full(path)).LinkTarget is not null;
    }

    public void Write(string path, string text)
    {
        var file = Full(path);
        var folder = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(file)}{RenderManifest.TemporaryEnding}");
        try
        {
            // Never through a link that someone put there: only a new file is opened.
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(WithoutMark.GetBytes(text));
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    public void Delete(string path)
    {
        File.Delete(Full(path));
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var folder = Full(path[..end]);
            if (!Directory.Exists(folder) || Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return;
            }

            Directory.Delete(folder);
            _folders.Remove(path[..end]);
        }
    }

    public void RemoveLeftovers()
    {
        if (!Directory.Exists(root))
        {
            return;
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };
        foreach (var file in Directory.EnumerateFiles(root, $".*{RenderManifest.TemporaryEnding}", options).ToList())
        {
            if (!IsBehindLink(Path.GetRelativePath(root, Path.GetDirectoryName(file)! + "/x").Replace('\\', '/')))
            {
                File.Delete(file);
            }
        }
    }

    private string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
