using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Steps in the levels of their graph: each level needs only those before it.</summary>
internal static class StepLevels
{
    public static IReadOnlyList<IReadOnlyList<WorkflowStep>> Of(Workflow workflow)
    {
        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in workflow.Steps)
        {
            levels[step.Name] = step.Needs.Select(need => levels[need] + 1).DefaultIfEmpty().Max();
        }

        return [.. workflow.Steps.GroupBy(step => levels[step.Name]).OrderBy(level => level.Key).Select(level => (IReadOnlyList<WorkflowStep>)[.. level])];
    }
}
