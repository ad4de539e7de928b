using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Storage;

/// <summary>Problems of storage on Kubernetes.</summary>
public static class KubernetesStorageErrors
{
    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic CannotBeHad(SourceSpan? at, string what, string name, string reason, string hint) => Diagnostic.Error("STR348", at,
        $"'{name}' cannot have '{what}' on Kubernetes. {reason} {hint}");

    /// <param name="reason">A full sentence.</param>
    /// <param name="example">A value of the property, or more than one.</param>
    public static Diagnostic Missing(SourceSpan? at, string property, string name, string reason, string example) => Diagnostic.Error("STR398", at,
        $"'{name}' needs '{property}' on Kubernetes. {reason} Add '{property}:' with {example}.");

    /// <param name="why">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string name, string why) => Diagnostic.Warning("STR349", at,
        $"'{property}' of '{name}' means nothing on Kubernetes: {why}. Remove it, or move '{name}' to a cloud with 'cloud:'.");

    /// <param name="stores">The object stores that could hold them.</param>
    public static Diagnostic NoBackups(SourceSpan? at, string name, IReadOnlyCollection<string> stores) => Diagnostic.Warning("STR347", at,
        $"'{name}' is a production database without backups: {(stores.Count == 0 ? "the stack has no object store on Kubernetes to keep them in. Add one under 'storage:'." : $"the stack has several object stores to keep them in. Add 'lake:' with one of {string.Join(", ", stores)}.")}");
}
