using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Registries;

/// <summary>Problems of registries that run in a cluster.</summary>
public static class KubernetesRegistryErrors
{
    /// <param name="meaning">What the property is, to follow "is".</param>
    public static Diagnostic Missing(SourceSpan? at, string name, string property, string meaning, string example) => Diagnostic.Error("STR378", at,
        $"'{name}' runs in a cluster and lacks '{property}': it is {meaning}. Add '{property}: {example}'.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic CannotBeHad(SourceSpan? at, string property, string name, string reason, string hint) => Diagnostic.Error("STR379", at,
        $"'{name}' cannot have '{property}'. {reason} {hint}");

    /// <param name="why">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string name, string why) => Diagnostic.Warning("STR377", at,
        $"'{property}' of '{name}' has no effect: {why}. Remove it, or use 'engine: harbor'.");

    /// <param name="why">The end of a sentence.</param>
    public static Diagnostic PlainRegistryCannot(SourceSpan? at, string name, string property, string why) => Diagnostic.Warning("STR376", at,
        $"'{property}' of '{name}' is more than a plain registry can do: {why}. Write '{property}: false', or use 'engine: harbor'.");

    public static Diagnostic HarborKeepsImmutable(SourceSpan? at, string name) => Diagnostic.Warning("STR375", at,
        $"'keep' of '{name}' counts only tags that start with dev-: Harbor never deletes a tag that may not change. Write 'immutable: false' to keep fewer versions of the others.");
}
