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
    /// <param name="labels">Labels besides those that all objects have.</param>
    public static ObjectMetaArgs Meta(
        StackModel stack, string component, string name, string? space = null, InputMap<string>? annotations = null, InputMap<string>? labels = null) => new()
    {
        Name = name,
        Namespace = space,
        Labels = With(Labels(stack, component), labels),
        Annotations = annotations,
    };

    /// <summary>The recommended labels and the stack's tags, in the form Kubernetes allows.</summary>
    public static InputMap<string> Labels(StackModel stack, string component)
    {
        var tags = Tags.Of(stack).Where(tag => tag.Key is not ("managed-by" or "stack" or "team"));
        var labels = Tags.ToInput(Naming.Labels.ForKubernetes(tags));
        labels["app.kubernetes.io/name"] = Naming.Labels.KubernetesValue(component);
        labels["app.kubernetes.io/instance"] = Naming.Labels.KubernetesValue(stack.Name);
        labels["app.kubernetes.io/part-of"] = stack.Config.Team;
        labels["app.kubernetes.io/managed-by"] = "strata";
        return labels;
    }

    private static InputMap<string> With(InputMap<string> labels, InputMap<string>? more)
    {
        foreach (var (key, value) in more ?? [])
        {
            labels[key] = value;
        }

        return labels;
    }

    /// <summary>The name an object was given in its metadata.</summary>
    public static string NameOf(Resource resource) =>
        resource.InputProperties.First(input => input.Name == "metadata").Value is ObjectValue meta && meta["name"] is TextValue name
            ? name.Text
            : throw new InvalidOperationException($"'{resource}' has no known name.");

    /// <summary>The labels that select an app's pods: they never change, unlike tags.</summary>
    public static InputMap<string> Selector(StackModel stack, string component) => new()
    {
        ["app.kubernetes.io/name"] = Naming.Labels.KubernetesValue(component),
        ["app.kubernetes.io/instance"] = Naming.Labels.KubernetesValue(stack.Name),
    };
}
