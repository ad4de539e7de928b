using System.Globalization;
using Strata.Platform.Rendering;

namespace Strata.Cli.Processes;

/// <summary>Files under numbers in a temporary folder of this process, for a program that checks them; gone when disposed.</summary>
internal sealed class CheckFolder : IDisposable
{
    private readonly IReadOnlyList<RenderedFile> _files;

    public CheckFolder(IReadOnlyList<RenderedFile> files)
    {
        _files = files;
        Path = Directory.CreateTempSubdirectory("strata-check-").FullName;
        for (var i = 0; i < files.Count; i++)
        {
            File.WriteAllText(System.IO.Path.Combine(Path, Name(i)), files[i].Content);
        }
    }

    public string Path { get; }

    public IEnumerable<string> Names => Enumerable.Range(0, _files.Count).Select(Name);

    public RenderedFile FileOf(string name) => _files[int.Parse(name, CultureInfo.InvariantCulture)];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);
}
