using Strata.Platform.Rendering;

namespace Strata.Platform.Tests.Rendering;

/// <summary>An output folder in memory that can be told to stop working half way.</summary>
internal sealed class MemoryFolder : IRenderFolder
{
    public SortedDictionary<string, string> Files { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Links { get; } = [];

    /// <summary>Writes and deletions that still work; then the process is killed.</summary>
    public int StopAfter { get; set; } = int.MaxValue;

    public int Changes { get; private set; }

    public string? Read(string path) => Files.GetValueOrDefault(path);

    public bool IsBehindLink(string path) => Links.Any(link => path == link || path.StartsWith($"{link}/", StringComparison.Ordinal));

    public void Write(string path, string text)
    {
        Step();
        Files[path] = text;
    }

    public void Delete(string path)
    {
        Step();
        Files.Remove(path);
    }

    public void RemoveLeftovers()
    {
    }

    public void Finish()
    {
    }

    private void Step()
    {
        if (StopAfter-- <= 0)
        {
            throw new KilledException();
        }

        Changes++;
    }
}

internal sealed class KilledException : Exception;
