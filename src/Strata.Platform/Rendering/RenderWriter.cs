namespace Strata.Platform.Rendering;

/// <summary>Does what a plan says. Whenever it is stopped, every file is whole, and the next rendering knows its own files again.</summary>
public static class RenderWriter
{
    /// <returns>How many files changed, the list of files not counted.</returns>
    public static int Write(RenderPlan plan, IRenderFolder folder)
    {
        if (!plan.WritesSomething)
        {
            return 0;
        }

        folder.RemoveLeftovers();
        if (Interim(plan) is { } interim && interim != plan.ManifestBefore)
        {
            folder.Write(RenderManifest.Path, interim);
        }

        var changed = 0;
        foreach (var file in plan.Files)
        {
            if (file.State is FileState.Created or FileState.Changed)
            {
                folder.Write(file.Path, file.After!);
                changed++;
            }
            else if (file.State == FileState.Stale)
            {
                folder.Delete(file.Path);
                changed++;
            }
        }

        if (plan.Manifest.Files.Count == 0)
        {
            folder.Delete(RenderManifest.Path);
        }
        else
        {
            folder.Write(RenderManifest.Path, plan.Manifest.Write());
        }

        folder.Finish();
        return changed;
    }

    /// <summary>
    /// A list with the texts before and after of files that have no header: between their change and the last list they would look edited
    /// by hand. Null when there are none.
    /// </summary>
    private static string? Interim(RenderPlan plan)
    {
        List<PlannedFile> bare = [.. plan.Files.Where(file => file.State == FileState.Changed && CommentStyle.Of(file.Path) is null)];
        if (bare.Count == 0 || plan.ManifestBefore is null)
        {
            return null;
        }

        var files = new Dictionary<string, ManifestEntry>(plan.Manifest.Files);
        foreach (var file in bare)
        {
            files[file.Path] = new ManifestEntry(file.Template, [FileHeader.HashOf(file.Before!), FileHeader.HashOf(file.After!)]);
        }

        foreach (var file in plan.Files.Where(file => file.State == FileState.Stale))
        {
            files[file.Path] = new ManifestEntry(file.Template, [FileHeader.HashOf(file.Before!)]);
        }

        return new RenderManifest(files).Write();
    }
}
