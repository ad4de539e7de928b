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

    /// <param name="why">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string property, string name, string why) => Diagnostic.Warning("STR359", at,
        $"'{property}' of '{name}' means nothing on Kubernetes: {why}. Remove it, or move '{name}' to a cloud with 'cloud:'.");

    /// <param name="reason">A full sentence.</param>
    /// <param name="hint">What to do instead, a full sentence.</param>
    public static Diagnostic CannotBeHad(SourceSpan? at, string what, string name, string reason, string hint) => Diagnostic.Error("STR368", at,
        $"'{name}' cannot have {what} on Kubernetes. {reason} {hint}");

    /// <param name="named">The operator's name in files.</param>
    /// <param name="owner">The stack that owns the cluster.</param>
    public static Diagnostic NeedsOperator(SourceSpan? at, string name, string named, string owner) => Diagnostic.Error("STR369", at,
        $"'{name}' needs the operator '{named}' on a cluster that the stack '{owner}' owns, and that stack does not install it: operators serve a whole cluster. Add '{named}' to 'operators:' of the cluster there.");

    /// <param name="partition">What is asked; empty when nothing is.</param>
    /// <param name="profiles">What the GPU can be divided into; empty when it cannot be divided.</param>
    public static Diagnostic NoSuchPartition(SourceSpan? at, string name, string gpu, string partition, IReadOnlyCollection<string> profiles) => Diagnostic.Error("STR367", at, (profiles.Count, partition) switch
    {
        (0, _) => $"'{name}' divides a GPU that cannot be divided: '{gpu}'. Use a100, a100-80gb, h100, h200 or b200, or share it by turns with 'strategy: time-slicing'.",
        (_, "") => $"'{name}' divides its GPUs and does not say how. Add 'partition' with one of {string.Join(", ", profiles)}.",
        _ => $"'{gpu}' has no partition '{partition}' for '{name}'.{Suggestion.For(partition, profiles)} Use one of {string.Join(", ", profiles)}.",
    });

    /// <param name="asked">What one machine of the queue is to have.</param>
    /// <param name="pools">The cluster's pools with what their machines have.</param>
    public static Diagnostic NoPoolFits(SourceSpan? at, string name, string asked, IReadOnlyCollection<string> pools) => Diagnostic.Error("STR365", at,
        $"No pool has machines with {asked}, which '{name}' asks for: {(pools.Count == 0 ? "the cluster has no pools in this stack" : string.Join("; ", pools))}. Ask for less in one machine, or add a pool that has it.");
}
