namespace Strata.Platform.Rendering;

/// <summary>What rendering means for one file.</summary>
public enum FileState
{
    Created,
    Changed,
    Unchanged,

    /// <summary>Changed by hand since it was rendered, or never Strata's: left as it is, the new text goes beside it.</summary>
    Edited,

    /// <summary>Nothing makes it any more, and nobody changed it: removed.</summary>
    Stale,

    /// <summary>Nothing makes it any more, but somebody changed it: left there.</summary>
    StaleEdited,
}

/// <param name="Before">The text in the folder; null when there is none.</param>
/// <param name="After">The text Strata makes; null when it makes none.</param>
public sealed record PlannedFile(string Path, FileState State, string Template, string? Before, string? After);
