using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>Problems of compute on Kubernetes, whoever runs the cluster.</summary>
public static class KubernetesComputeErrors
{
    /// <param name="at">The component, or its reference.</param>
    /// <param name="name">The component.</param>
    /// <param name="asked">The cluster it names; empty when it names none.</param>
    /// <param name="cloud">The component's cloud.</param>
    /// <param name="clusters">The stack's clusters on that cloud.</param>
    public static Diagnostic NeedsCluster(SourceSpan? at, string name, string asked, string cloud, IReadOnlyCollection<string> clusters) => Diagnostic.Error("STR358", at, (asked, clusters.Count) switch
    {
        (_, 0) => $"'{name}' needs a cluster on {cloud}, and the stack has none. Add one under 'compute:', such as 'cluster: {{}}', or use another stack's with 'cluster: {{ from: platform-dev }}'.",
        ({ Length: > 0 }, _) => $"'{name}' is on {cloud}, and the cluster '{asked}' is not. Name one that is: {string.Join(", ", clusters)}.",
        _ => $"'{name}' does not say which cluster it is for, and the stack has several on {cloud}. Add 'cluster:' with one of {string.Join(", ", clusters)}.",
    });

    /// <param name="reason">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string name, string reason) => Diagnostic.Warning("STR359", at,
        $"'{property}' of '{name}' means nothing on Kubernetes: {reason}. Remove it, or move '{name}' to a cloud with 'cloud:'.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic CannotBeHad(SourceSpan? at, string what, string name, string reason, string hint) => Diagnostic.Error("STR368", at,
        $"'{name}' cannot have {what} on Kubernetes. {reason} {hint}");

    /// <param name="named">The operator's name in files.</param>
    /// <param name="owner">The stack that owns the cluster.</param>
    public static Diagnostic NeedsOperator(SourceSpan? at, string name, string named, string owner) => Diagnostic.Error("STR369", at,
        $"'{name}' needs the operator '{named}' on a cluster that the stack '{owner}' owns, and that stack does not install it: operators serve a whole cluster. Add '{named}' to 'operators:' of the cluster there.");
}
