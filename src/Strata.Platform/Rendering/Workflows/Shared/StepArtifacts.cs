using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>What a step that another needs hands on, and where the other finds it.</summary>
/// <param name="Below">The folder that it is in, below <c>$STRATA_ARTIFACTS</c>; empty for that one itself.</param>
/// <param name="IsOfMany">Each run of the step, one for each item of a list, puts its files there.</param>
internal sealed record StepArtifact(string Step, string Name, string Below, bool IsOfMany)
{
    /// <summary>Below <c>$STRATA_ARTIFACTS</c>.</summary>
    public string Path => Below.Length == 0 ? Name : $"{Below}/{Name}";
}

/// <summary>The artifacts that a step finds: in a folder of the step's name where several of those that it needs have one of that name.</summary>
internal static class StepArtifacts
{
    public static IReadOnlyList<StepArtifact> Of(WorkflowStep step, Workflow workflow)
    {
        List<(WorkflowStep Step, string Name)> all = [.. step.Needs.Select(workflow.Step).SelectMany(need => need.Config.Artifacts.Select(artifact => (need, artifact)))];
        return [.. all.Select(one => new StepArtifact(one.Step.Name, one.Name, all.Count(other => other.Name == one.Name) > 1 ? one.Step.Name : "", one.Step.ForEach is not null))];
    }
}
