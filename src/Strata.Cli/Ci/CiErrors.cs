using Strata.Diagnostics;

namespace Strata.Cli.Ci;

/// <summary>Problems of writing pipelines.</summary>
internal static class CiErrors
{
    public static Diagnostic NoTemplate(string name) =>
        Diagnostic.Error("STR675", null, $"There is no template 'templates/{name}', from which a pipeline's file is rendered. Take it from the repository of Strata that this one began with.");

    public static Diagnostic Stale(string path, string provider) =>
        Diagnostic.Error("STR676", null, $"'{path}' is not what the templates make now. Run 'strata render ci --provider {provider}' and commit the file.");

    public static Diagnostic BadBranch(string name) =>
        Diagnostic.Error("STR677", null, $"'{name}' is no name of a branch that a pipeline can hold: letters, digits and ./_- only. Name the branch that changes are merged into with --branch.");
}
