using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;

namespace Strata.Platform.Schedulers;

/// <summary>What a scheduler has to know of the workflows that it runs.</summary>
internal static class WorkflowsOf
{
    /// <summary>The workflows, in the order of names.</summary>
    public static IReadOnlyList<WorkflowConfig> Scheduler(SchedulerConfig config, StackModel stack) =>
        [.. stack.Config.Workflows.Values.Where(workflow => !workflow.IsBroken && WorkflowScheduler.Of(workflow, stack, new DiagnosticBag())?.Config == config).OrderBy(workflow => workflow.Name, StringComparer.Ordinal)];

    /// <summary>The accounts that they, and workflows which components bring along, run as instead of the scheduler's own.</summary>
    public static IReadOnlyList<string> Identities(SchedulerConfig config, ComponentContext context) =>
    [
        .. Scheduler(config, context.Stack)
            .Select(workflow => workflow.Identity?.Name)
            .Where(name => context.Stack.Components.OfType<IdentityConfig>().Any(identity => identity.Name == name && context.Stack.CloudOf(identity) == context.Cloud))
            .Concat(ComponentWorkflows.Of(context.Stack).Where(workflow => workflow.Scheduler!.Name == config.Name).Select(workflow => workflow.Account))
            .OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];
}
