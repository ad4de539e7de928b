using Strata.Diagnostics;
using Strata.Platform.FeatureStores;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workflows;

/// <summary>The workflows that components bring along, for schedulers of the stack.</summary>
internal static class ComponentWorkflows
{
    /// <summary>In the order of names. What is wrong with one is told where its component is expanded.</summary>
    public static IEnumerable<WorkflowConfig> Of(StackModel stack) => stack.Components.OfType<FeastConfig>()
        .Select(store => MaterializationWorkflow.Of(store, stack, new DiagnosticBag()))
        .OfType<WorkflowConfig>()
        .OrderBy(workflow => workflow.Name, StringComparer.Ordinal);
}
