namespace Strata.Platform.Workflows;

/// <summary>A workflow that its scheduler can run: with the place of every step.</summary>
internal sealed record PlacedWorkflow(Workflow Workflow, WorkflowScheduler Scheduler, IReadOnlyDictionary<string, StepPlacement> Places)
{
    public StepPlacement PlaceOf(WorkflowStep step) => Places[step.Name];
}
