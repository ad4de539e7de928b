using Strata.Text;

namespace Strata.Platform.Workflows;

/// <summary>A feature that a workflow uses, and where it says so.</summary>
internal sealed record FeatureUse(WorkflowFeature Feature, SourceSpan? At)
{
    /// <summary>Every feature that the workflow uses, each with the first place.</summary>
    public static IReadOnlyList<FeatureUse> Of(Workflow workflow)
    {
        var config = workflow.Config;
        var uses = new List<FeatureUse>();
        Add(WorkflowFeature.Schedule, config.Schedule is not null, config.SpanOf(nameof(config.Schedule)));
        Add(WorkflowFeature.TimeZone, config.TimeZone.ToString() != "UTC", config.SpanOf(nameof(config.TimeZone)));
        Add(WorkflowFeature.CatchUp, config.CatchUp, config.SpanOf(nameof(config.CatchUp)));
        Add(WorkflowFeature.NewObject, config.On?.NewObject is not null, config.On?.SpanOf(nameof(WorkflowTrigger.NewObject)));
        Add(WorkflowFeature.After, config.On?.After is not null, config.On?.SpanOf(nameof(WorkflowTrigger.After)));
        Add(WorkflowFeature.Parameters, config.Parameters.Count > 0, config.SpanOf(nameof(config.Parameters)));
        Add(WorkflowFeature.ForbidConcurrency, config.Concurrency == ConcurrencyPolicy.Forbid && config.IsSet(nameof(config.Concurrency)), config.SpanOf(nameof(config.Concurrency)));
        Add(WorkflowFeature.ReplaceConcurrency, config.Concurrency == ConcurrencyPolicy.Replace, config.SpanOf(nameof(config.Concurrency)));
        Add(WorkflowFeature.Timeout, config.IsSet(nameof(config.Timeout)), config.SpanOf(nameof(config.Timeout)));
        Add(WorkflowFeature.Notify, config.Notify is not null, config.SpanOf(nameof(config.Notify)));
        foreach (var step in workflow.Steps)
        {
            var said = step.Config;
            Add(WorkflowFeature.Needs, step.Needs.Count > 0, said.SpanOf(nameof(said.Needs)));
            Add(WorkflowFeature.When, step.When is not null, said.SpanOf(nameof(said.When)));
            Add(WorkflowFeature.ForEach, step.ForEach is not null, said.SpanOf(nameof(said.ForEach)));
            Add(WorkflowFeature.Outputs, said.Outputs.Count > 0, said.SpanOf(nameof(said.Outputs)));
            Add(WorkflowFeature.Artifacts, said.Artifacts.Count > 0, said.SpanOf(nameof(said.Artifacts)));
            Add(WorkflowFeature.Retries, said.Retries > 0, said.SpanOf(nameof(said.Retries)));
            Add(WorkflowFeature.StepTimeout, said.Timeout is not null, said.SpanOf(nameof(said.Timeout)));
            Add(WorkflowFeature.Resources, said.IsSet(nameof(said.Resources)), said.SpanOf(nameof(said.Resources)));
            Add(WorkflowFeature.Pool, said.Pool is not null, said.SpanOf(nameof(said.Pool)));
            Add(WorkflowFeature.Secrets, said.Secrets.Count > 0, said.SpanOf(nameof(said.Secrets)));
        }

        return uses;

        void Add(WorkflowFeature feature, bool used, SourceSpan? at)
        {
            if (used && !uses.Exists(use => use.Feature == feature))
            {
                uses.Add(new FeatureUse(feature, at));
            }
        }
    }
}
