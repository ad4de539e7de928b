namespace Strata.Platform.Rendering;

/// <summary>What rendering would do to a folder: shown by <c>--check</c> and <c>--diff</c>, done by <see cref="RenderWriter"/>.</summary>
/// <param name="Files">By path.</param>
/// <param name="Manifest">What the folder's list says afterwards.</param>
/// <param name="ManifestBefore">The text of the list now; null when there is none.</param>
public sealed record RenderPlan(IReadOnlyList<PlannedFile> Files, RenderManifest Manifest, string? ManifestBefore)
{
    /// <summary>The files that are not in the folder as they are, without their headers: what is there was parsed when it was written.</summary>
    public IReadOnlyList<RenderedFile> New { get; init; } = [];

    /// <summary>The folder holds what the stack makes, and nothing edited by hand stands against it.</summary>
    public bool IsCurrent => Files.All(file => file.State is FileState.Unchanged or FileState.StaleEdited) && !ChangesManifest;

    /// <summary>Writing would change something in the folder.</summary>
    public bool WritesSomething => ChangesManifest || Files.Any(file => file.State is FileState.Created or FileState.Changed or FileState.Stale);

    internal bool ChangesManifest => ManifestBefore is null ? Manifest.Files.Count > 0 : ManifestBefore != Manifest.Write();

    /// <summary>How many files the stack makes: what goes beside one that was edited by hand is the same file.</summary>
    public int Rendered => Files.Count(file => file.After is not null && !file.Path.EndsWith(".new", StringComparison.Ordinal));

    public int Count(FileState state) => Files.Count(file => file.State == state);
}
