namespace Strata.Platform.Rendering;

/// <summary>A file that is to be in a stack's output folder.</summary>
/// <param name="Path">Relative to the output folder, with forward slashes.</param>
/// <param name="Content">The text, without the header that says where it is from.</param>
/// <param name="Template">What made it, such as <c>airflow/dag.py.sbn</c>.</param>
public sealed record RenderedFile(string Path, string Content, string Template);
