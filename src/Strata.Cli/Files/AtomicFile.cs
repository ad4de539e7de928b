namespace Strata.Cli.Files;

/// <summary>Writes whole files or nothing.</summary>
internal static class AtomicFile
{
    /// <summary>
    /// Writes text under a temporary name beside the target and moves it there; does nothing when the file has that text already.
    /// </summary>
    /// <returns>True when the file changed.</returns>
    public static bool Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        var temporary = path + ".strata-tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }
}
