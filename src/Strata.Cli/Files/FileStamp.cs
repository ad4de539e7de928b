namespace Strata.Cli.Files;

/// <summary>What changes when somebody changes a file.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Ticks">When it was last written, in UTC.</param>
internal readonly record struct FileStamp(long Size, long Ticks);
