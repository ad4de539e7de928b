namespace Strata.Platform.Rendering;

/// <summary>The output folder of one stack. Paths are relative to it, with forward slashes, and were checked to stay inside.</summary>
public interface IRenderFolder
{
    /// <summary>The whole text; null when there is no such file.</summary>
    string? Read(string path);

    /// <summary>The file or a folder on the way to it is a link: writing would change something elsewhere.</summary>
    bool IsBehindLink(string path);

    /// <summary>Writes a whole file or nothing: a process that is killed leaves the old text or the new one.</summary>
    void Write(string path, string text);

    /// <summary>All of a new folder's files are written: only now does it have its name, where it had none before.</summary>
    void Finish();

    /// <summary>Removes a file, and the folders that are empty then.</summary>
    void Delete(string path);

    /// <summary>Removes what a killed process left under temporary names.</summary>
    void RemoveLeftovers();
}
