using Strata.Diagnostics;

namespace Strata.Platform.Rendering;

/// <summary>Holds files to the folder they go to: whatever a template or a team calls them, they stay inside and apart.</summary>
internal static class RenderPaths
{
    public static void Check(IReadOnlyList<RenderedFile> files, IRenderFolder folder, DiagnosticBag diagnostics)
    {
        var byPath = new Dictionary<string, RenderedFile>(StringComparer.Ordinal);
        var byLowerCase = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (Problem(file) is { } problem)
            {
                diagnostics.Add(problem);
            }
            else if (!byPath.TryAdd(file.Path, file))
            {
                diagnostics.Add(RenderErrors.PathTaken(file.Path, file.Template, byPath[file.Path].Template));
            }
            else if (folder.IsBehindLink(file.Path))
            {
                diagnostics.Add(RenderErrors.BehindLink(file.Path, file.Template));
            }
        }

        foreach (var file in byPath.Values)
        {
            CheckAncestors(file, byPath, byLowerCase, diagnostics);
        }
    }

    /// <summary>No folder on the way, nor the file, differs from another only in case; no folder is a file too.</summary>
    private static void CheckAncestors(RenderedFile file, Dictionary<string, RenderedFile> byPath, Dictionary<string, string> byLowerCase, DiagnosticBag diagnostics)
    {
        for (var end = file.Path.IndexOf('/'); ; end = file.Path.IndexOf('/', end + 1))
        {
            var path = end < 0 ? file.Path : file.Path[..end];
            if (!byLowerCase.TryAdd(path.ToLowerInvariant(), path) && byLowerCase[path.ToLowerInvariant()] is var other && other != path)
            {
                diagnostics.Add(RenderErrors.PathDiffersInCase(path, file.Template, other));
                return;
            }

            if (end < 0)
            {
                return;
            }

            if (byPath.TryGetValue(path, out var taken))
            {
                diagnostics.Add(RenderErrors.FileIsFolder(path, taken.Template, file.Path));
                return;
            }
        }
    }

    private static Diagnostic? Problem(RenderedFile file)
    {
        var path = file.Path;
        var parts = path.Split('/');
        if (path.StartsWith('/') || parts.Contains("..") || (path.Length > 1 && path[1] == ':') || path.StartsWith('~'))
        {
            return RenderErrors.PathOutside(path, file.Template);
        }

        var found = path.Length == 0 ? "no name"
            : path.Contains('\\', StringComparison.Ordinal) ? "a backslash"
            : path.Any(c => char.IsControl(c) || c is '<' or '>' or ':' or '"' or '|' or '?' or '*') ? "a character that not every system allows"
            : parts.Any(part => part is "" or ".") ? "an empty name"
            : parts.Any(part => part.EndsWith('.') || part.EndsWith(' ') || part.StartsWith(' ')) ? "a name with a space or a point at its end"
            : parts.Any(part => part.Equals(".git", StringComparison.OrdinalIgnoreCase)) ? "the folder '.git', which belongs to git"
            : parts[^1].EndsWith(".new", StringComparison.Ordinal) ? "the ending '.new', which Strata gives to files beside hand-edited ones"
            : parts[^1].EndsWith(RenderManifest.TemporaryEnding, StringComparison.Ordinal) || path == RenderManifest.Path ? "a name that Strata keeps for itself"
            : parts.Any(part => part.Length > 200) ? "a name of more than 200 characters"
            : null;
        return found is null ? null : RenderErrors.PathNotAllowed(path, file.Template, found);
    }
}
