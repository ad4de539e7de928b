using System.Globalization;
using Strata.Diagnostics;

namespace Strata.Cli.Drift;

/// <summary>Problems of the files that <c>strata drift</c> reads.</summary>
internal static class DriftErrors
{
    public static Diagnostic NotAState(string path, string reason) =>
        Diagnostic.Error("STR670", null, $"'{path}' is no exported state: {reason} Write it with 'pulumi stack export --stack STACK --file {path}'.");

    public static Diagnostic UnknownVersion(string path, int version) =>
        Diagnostic.Error("STR671", null, $"'{path}' is a state of version {version.ToString(CultureInfo.InvariantCulture)}; Strata reads 3 and 4. Export it again with a current Pulumi CLI.");

    public static Diagnostic OtherStack(string path, string found, string asked) =>
        Diagnostic.Error("STR672", null, $"'{path}' is about the stack '{found}', not '{asked}': every resource would look missing. Export the state of '{asked}'.");

    public static Diagnostic NotAPreview(string path, string reason) =>
        Diagnostic.Error("STR673", null, $"'{path}' is no preview of the engine: {reason} Write it with 'pulumi preview --json --stack STACK', whose output is one JSON object with 'steps'.");
}
