using Strata.Platform.Workflows;

namespace Strata.Platform.Reports;

/// <summary>A workflow's steps, with an arrow from each to those that wait for it.</summary>
internal static class WorkflowDrawing
{
    public static Drawing Of(PlacedWorkflow workflow) => new(
        [.. workflow.Workflow.Steps.Select(step => new DrawingNode(step.Name, step.Name, Detail(step, workflow.PlaceOf(step)), Group(step), null))],
        [.. workflow.Workflow.Steps.SelectMany(step => step.Needs.Select(need => new DrawingEdge(need, step.Name, step.Config.When ?? "")))]);

    private static string Group(WorkflowStep step) => step switch
    {
        { ForEach: not null } => "Once for each item",
        { When: not null } => "Only under a condition",
        _ => "Step",
    };

    private static string Detail(WorkflowStep step, StepPlacement place) => string.Join(", ", new[]
    {
        step.Config.Image.Name,
        place.Pool is { } pool ? $"pool {pool.Name}" : place.Queue is { } queue ? $"queue {queue.Name}" : "",
        place.Gpus > 0 ? $"{place.Gpus} GPU" : "",
    }.Where(text => text.Length > 0));
}
