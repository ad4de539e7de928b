namespace Strata.Platform.Reports;

/// <summary>A file of the report.</summary>
/// <param name="Path">Below the report's folder, with forward slashes.</param>
public sealed record ReportFile(string Path, string Content);
