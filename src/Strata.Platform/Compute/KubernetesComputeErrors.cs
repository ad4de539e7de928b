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
}
