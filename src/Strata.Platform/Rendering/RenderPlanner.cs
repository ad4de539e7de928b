using Strata.Diagnostics;

namespace Strata.Platform.Rendering;

/// <summary>Compares rendered files with the folder they go to. Reads the folder and changes nothing.</summary>
public static class RenderPlanner
{
    /// <summary>
    /// The plan; null when there is an error in <paramref name="diagnostics"/>, and then nothing may be written. Files edited by hand are
    /// warnings there.
    /// </summary>
    /// <param name="checkers">Parsers of other languages, as far as this machine has them.</param>
    public static RenderPlan? Plan(IReadOnlyList<RenderedFile> files, IRenderFolder folder, IReadOnlyList<ICodeChecker> checkers, DiagnosticBag diagnostics)
    {
        var plan = Plan(files, folder, diagnostics);
        return plan is null || !CheckCode(plan, checkers, diagnostics) ? null : plan;
    }

    /// <summary>The same without asking other programs, which <see cref="CheckCode"/> does later, for many stacks in one go.</summary>
    public static RenderPlan? Plan(IReadOnlyList<RenderedFile> files, IRenderFolder folder, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        RenderPaths.Check(files, folder, found);
        var before = found.HasErrors ? null : folder.Read(RenderManifest.Path);
        var manifest = before is null ? RenderManifest.Empty : RenderManifest.Read(before, found);
        var plan = found.HasErrors || manifest is null ? null : Compare(files, folder, manifest, before, found);
        SyntaxCheck.Check(plan?.New ?? files, found);
        diagnostics.AddRange(found);
        return found.HasErrors ? null : plan;
    }

    /// <summary>Parses what is new in other languages; false when something is wrong with it, and then nothing may be written.</summary>
    public static bool CheckCode(RenderPlan plan, IReadOnlyList<ICodeChecker> checkers, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        SyntaxCheck.CheckCode(plan.New, checkers, found);
        diagnostics.AddRange(found);
        return !found.HasErrors;
    }

    private static RenderPlan Compare(IReadOnlyList<RenderedFile> files, IRenderFolder folder, RenderManifest manifest, string? before, DiagnosticBag diagnostics)
    {
        var planned = new List<PlannedFile>();
        var entries = new Dictionary<string, ManifestEntry>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            Add(file.Path, file.Template, FileHeader.Apply(file));
        }

        var made = planned.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, entry) in manifest.Files.Where(entry => !made.Contains(entry.Key)))
        {
            AddStale(path, entry);
        }

        var same = planned.Where(file => file.State == FileState.Unchanged).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return new RenderPlan([.. planned.OrderBy(file => file.Path, StringComparer.Ordinal)], new RenderManifest(entries), before) { New = [.. files.Where(file => !same.Contains(file.Path))] };

        void Add(string path, string template, string after)
        {
            var text = folder.Read(path);
            var state = text is null ? FileState.Created
                : text == after ? FileState.Unchanged
                : IsUntouched(path, text, manifest) ? FileState.Changed
                : FileState.Edited;
            planned.Add(new PlannedFile(path, state, template, text, after));
            if (state != FileState.Edited)
            {
                entries[path] = new ManifestEntry(template, [FileHeader.HashOf(after)]);
                return;
            }

            // What Strata wrote last stays on record, so that taking the edit back is seen.
            if (manifest.Files.TryGetValue(path, out var last))
            {
                entries[path] = last;
            }

            diagnostics.Add(RenderErrors.EditedByHand(path, $"{path}.new"));
            if (!path.EndsWith(".new", StringComparison.Ordinal))
            {
                Add($"{path}.new", template, after);
            }
        }

        void AddStale(string path, ManifestEntry entry)
        {
            // A list that was tampered with must not delete or read elsewhere.
            var check = new DiagnosticBag();
            var name = path.EndsWith(".new", StringComparison.Ordinal) ? path[..^".new".Length] : path;
            RenderPaths.Check([new RenderedFile(name, "", entry.Template)], folder, check);
            if (check.HasErrors || folder.IsBehindLink(path) || folder.Read(path) is not { } text)
            {
                return;
            }

            var state = IsUntouched(path, text, manifest) ? FileState.Stale : FileState.StaleEdited;
            planned.Add(new PlannedFile(path, state, entry.Template, text, null));
            if (state == FileState.StaleEdited)
            {
                entries[path] = entry;
                diagnostics.Add(RenderErrors.StaleEdited(path));
            }
        }
    }

    private static bool IsUntouched(string path, string text, RenderManifest manifest) =>
        (manifest.Files.TryGetValue(path, out var entry) && entry.Hashes.Contains(FileHeader.HashOf(text))) || FileHeader.IsUntouched(text);
}
