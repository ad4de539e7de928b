namespace Strata.Platform.Previews;

/// <summary>A rendered file that comes, goes or changes.</summary>
/// <param name="Path">Below the stack's output folder, with forward slashes.</param>
/// <param name="Before">The text without the header; null when the file is new.</param>
/// <param name="After">The text without the header; null when the file goes.</param>
public sealed record FileChange(string Path, string? Before, string? After);
