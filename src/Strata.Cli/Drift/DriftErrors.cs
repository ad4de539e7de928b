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

    /// <param name="command">That writes the right file.</param>
    public static Diagnostic OtherStack(string path, string found, string project, string asked, string command) =>
        Diagnostic.Error("STR672", null, $"'{path}' is about the stack '{found}' of the project '{project}', not about '{asked}': comparing them says nothing of either. Write it with '{command}'.");

    /// <param name="command">That writes the right file.</param>
    public static Diagnostic OtherProject(string path, string stack, string found, string project, string command) =>
        Diagnostic.Error("STR674", null, $"'{path}' is about a stack '{stack}' of the project '{found}', and the project here is '{project}', as Pulumi.yaml says: to the engine, resources of another project are others, also where their names are the same. Write it in this folder with '{command}'; when the project was renamed, take the stack along first, with 'pulumi stack rename ORGANIZATION/{project}/{stack}'.");

    public static Diagnostic NotAPreview(string path, string reason) =>
        Diagnostic.Error("STR673", null, $"'{path}' is no preview of the engine: {reason} Write it with 'pulumi preview --json --stack STACK', whose output is one JSON object with 'steps'.");
}
