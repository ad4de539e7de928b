using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>The engines of schedulers, and what becomes of each on each cloud.</summary>
internal static class SchedulerCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        StepFunctionsKind.Kind,
        BatchSchedulerKind.Kind,
        GoogleWorkflowsKind.Kind,
        CronjobKind.Kind,
        KubeflowKind.Kind,
        MetaflowKind.Kind,
    ];
}
