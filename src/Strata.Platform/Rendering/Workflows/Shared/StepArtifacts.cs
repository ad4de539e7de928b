using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>The artifacts that a step finds: those of the steps it needs, except of such as run once for each item of a list.</summary>
internal static class StepArtifacts
{
    public static IReadOnlyList<(string Step, string Name)> Of(WorkflowStep step, Workflow workflow, RenderContext context)
    {
        List<(string Step, string Name)> found = [.. step.Needs.Select(workflow.Step).Where(need => need.ForEach is null).SelectMany(need => need.Config.Artifacts.Select(artifact => (need.Name, artifact)))];
        foreach (var same in found.GroupBy(artifact => artifact.Name).Where(group => group.Count() > 1))
        {
            context.Diagnostics.Add(WorkflowRenderErrors.SameArtifact(step.Config.SpanOf(nameof(step.Config.Needs)), step.Name, same.Key, same.First().Step, same.ElementAt(1).Step));
        }

        return found;
    }
}
