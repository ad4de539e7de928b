using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Compute;

/// <summary>What the nodes of a pool are labelled and tainted with: one truth for the nodes, the autoscaler and the pods.</summary>
/// <param name="Labels">All labels, in order.</param>
/// <param name="Taints">All taints.</param>
internal sealed record PoolNodes(IReadOnlyList<KeyValuePair<string, string>> Labels, IReadOnlyList<Taint> Taints)
{
    /// <summary>The label by which pods choose a pool.</summary>
    public const string PoolLabel = "strata/pool";

    /// <summary>With stack and component in the pool's label: a shared cluster has pools of several stacks.</summary>
    public static PoolNodes Of(Pool config, ComponentContext context, AcceleratorFacts? accelerator)
    {
        var labels = new OrderedDictionary<string, string>(config.Labels) { [PoolLabel] = LabelOf(context) };
        if (accelerator is { LabelsAreGiven: false })
        {
            foreach (var (key, value) in accelerator.NodeLabels)
            {
                labels[key] = value;
            }
        }

        return new PoolNodes(
            [.. labels],
            accelerator is null ? config.Taints : [new Taint { Key = accelerator.TaintKey, Value = accelerator.TaintValue }, .. config.Taints]);
    }

    /// <summary>What a pod selects the pool by.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Selector => [.. Labels.Where(l => l.Key == PoolLabel)];

    /// <summary>As Kubernetes writes them in a pod.</summary>
    public IReadOnlyList<ValueMap> Tolerations =>
        [.. Taints.Select(t => new ValueMap { ["key"] = t.Key, ["operator"] = "Equal", ["value"] = t.Value, ["effect"] = t.Effect.ToString() })];

    private static string LabelOf(ComponentContext context) => KubernetesNames.Label.Make(context.Stack.Name, context.Name);
}
