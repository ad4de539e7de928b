using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Delivery;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Tracking;
using Strata.Platform.Workflows;

namespace Strata.Platform.Components;

/// <summary>Turns a stack's model into its graph.</summary>
public static class StackExpander
{
    /// <summary>
    /// The graph of a stack, or null when it cannot be built; why is then among the diagnostics. The same model gives the same
    /// graph, whatever order its files have their keys in.
    /// </summary>
    public static ResourceGraph? Expand(StackModel stack, ISharedStacks shared, DiagnosticBag diagnostics) => ExpandWhole(stack, shared, diagnostics)?.Graph;

    /// <inheritdoc cref="Expand"/>
    internal static ExpandedStack? ExpandWhole(StackModel stack, ISharedStacks shared, DiagnosticBag diagnostics)
    {
        var expansion = new StackExpansion(stack, shared, diagnostics);
        StackRules.Check(stack, diagnostics);
        expansion.Foundations.ExpandStackWide();
        var outputs = new SortedDictionary<string, ValueMap>(StringComparer.Ordinal);
        foreach (var config in stack.Components)
        {
            if (expansion.Expand(config) is { } handle && handle.Outputs is var values && values.Any())
            {
                var section = ComponentCatalog.KindOf(config).Section;
                outputs.TryAdd(section, []);
                outputs[section][config.Name] = values;
            }
        }

        var workflows = WorkflowChecker.Check(stack, diagnostics);
        WorkflowSecrets.Add(expansion, workflows);
        var tracking = TrackingSettings.Of(expansion);
        outputs["tracking"] = tracking.Outputs;
        expansion.Foundations.ExpandLast();
        GitOpsRules.Check(expansion);
        outputs["network"] = expansion.Foundations.Outputs;
        var graph = GraphBuilder.Build(stack.Name, expansion.Root, [.. outputs.Where(o => o.Value.Any()).Select(o => new Property(o.Key, o.Value))], diagnostics);
        return diagnostics.HasErrors || graph is null ? null : new ExpandedStack(expansion, graph, workflows, tracking);
    }
}
