using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using CustomResource = Strata.Kubernetes.ApiExtensions.CustomResource;

namespace Strata.Platform.Compute;

/// <summary>Objects of the kinds that operators bring.</summary>
internal static class OperatorObject
{
    /// <summary>Adds an object that waits for its operator: until then the cluster does not know its kind.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="type">Group, version and kind: <c>kueue.x-k8s.io/v1beta2:ClusterQueue</c>.</param>
    /// <param name="called">The object's name.</param>
    /// <param name="space">Its namespace; null for what belongs to the whole cluster.</param>
    /// <param name="component">The component it belongs to.</param>
    /// <param name="options">Depends on the operator and on what else must be there first.</param>
    /// <param name="notes">Annotations that the operator reads.</param>
    /// <param name="atTop">The fields stand beside <c>spec</c> instead of in it, as some kinds have it.</param>
    /// <param name="labels">Labels besides those that all objects have.</param>
    public static CustomResource Add(
        Scope scope, StackModel stack, ClusterHandle cluster, string name, string type, string called, string? space, string component, ValueMap spec, ResourceOptions options, bool atTop = false,
        InputMap<string>? labels = null, InputMap<string>? notes = null)
    {
        var (version, kind) = type.Split(':') is [var first, var second] ? (first, second) : throw new ArgumentException($"'{type}' is not group/version:kind.", nameof(type));

        // Argo CD would refuse a whole folder because of one kind that an operator in the same folder has yet to bring.
        var annotations = notes;
        if (cluster.RenderedFor == GitOpsTool.ArgoCd)
        {
            annotations ??= new();
            annotations["argocd.argoproj.io/sync-options"] = "SkipDryRunOnMissingResource=true";
        }

        return scope.Add(new CustomResource(name, version, kind, options)
        {
            Metadata = KubernetesObject.Meta(stack, component, called, space, annotations, labels),
            Spec = atTop ? null : spec,
            OtherFields = atTop ? spec : null,
        });
    }
}
