using Strata.Diagnostics;

namespace Strata.Cli.Output.Previews;

/// <summary>Problems of writing a preview.</summary>
internal static class PreviewErrors
{
    public static Diagnostic UnknownReport(string path, IReadOnlyList<string> endings) =>
        Diagnostic.Error("STR678", null, $"'{path}' does not say in which form the report is to be written. Let its name end in one of {string.Join(", ", endings)}.");
}
