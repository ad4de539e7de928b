using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Problems of workflows that become Python.</summary>
public static class PythonRenderErrors
{
    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic NotThere(SourceSpan? at, string workflow, string scheduler, string reason, string hint) => Diagnostic.Error("STR467", at,
        $"'{workflow}' cannot be rendered for '{scheduler}'. {reason} {hint}");

    public static Diagnostic Keyword(SourceSpan? at, string workflow, string parameter, string engine) => Diagnostic.Error("STR470", at,
        $"'{workflow}' has a parameter '{parameter}', which is a word of Python, and {engine} makes parameters arguments of a function. Give it another name.");

    public static Diagnostic NoCodeLocation(SourceSpan? at, string workflow, string scheduler, string folder, string location) => Diagnostic.Error("STR471", at,
        $"'{workflow}' would never be loaded: '{scheduler}' has no code location with its workflows. Build the image whose files are rendered to {folder}, and add it under 'code:' of '{scheduler}' as '{location}: registry.example/workflows:1'.");

    public static Diagnostic IdentityElsewhere(SourceSpan? at, string workflow, string identity, string scheduler, string cloud) => Diagnostic.Error("STR473", at,
        $"'{workflow}' is to run as '{identity}', which is not an identity of {cloud}, where '{scheduler}' runs its steps. Name one of {cloud}, or leave 'identity' out.");

    public static Diagnostic WhichIdentity(SourceSpan? at, string workflow, IReadOnlyCollection<string> identities) => Diagnostic.Error("STR469", at,
        $"'{workflow}' does not say what its steps run as, and the stack has several identities. Add 'identity:' with one of {string.Join(", ", identities)}.");
}
