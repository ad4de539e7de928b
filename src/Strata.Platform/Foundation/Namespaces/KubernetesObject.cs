using Strata.Graph;
using Strata.Kubernetes.Meta.V1.Inputs;
using Strata.Platform.Stacks;

namespace Strata.Platform.Foundation;

/// <summary>What all Kubernetes objects of a stack have in common.</summary>
internal static class KubernetesObject
{
    /// <summary>An object's metadata with the recommended labels and the stack's tags.</summary>
    /// <param name="component">The component it belongs to.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="space">Its namespace; null for what belongs to the whole cluster.</param>
    public static ObjectMetaArgs Meta(StackModel stack, string component, string name, string? space = null, InputMap<string>? annotations = null) => new()
    {
        Name = name,
        Namespace = space,
        Labels = Labels(stack, component),
        Annotations = annotations,
    };

    public static InputMap<string> Labels(StackModel stack, string component)
    {
        var labels = Tags.ToInput(Tags.Of(stack).Where(tag => tag.Key is not ("managed-by" or "stack" or "team")));
        labels["app.kubernetes.io/name"] = component;
        labels["app.kubernetes.io/instance"] = stack.Name;
        labels["app.kubernetes.io/part-of"] = stack.Config.Team;
        labels["app.kubernetes.io/managed-by"] = "strata";
        return labels;
    }
}
