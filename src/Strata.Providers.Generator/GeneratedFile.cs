namespace Strata.Generator;

/// <param name="Path">Below the output folder, with forward slashes: <c>Aws/S3/Bucket.cs</c>.</param>
/// <param name="Text">Lines end with a line feed, the last one too.</param>
public sealed record GeneratedFile(string Path, string Text);
