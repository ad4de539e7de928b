using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Metaflow on what the file says, with nothing said that has no effect.</summary>
internal static class Metaflow
{
    public static MetaflowHandle Expand(MetaflowConfig config, ComponentContext context)
    {
        var compute = config.ComputeOn(context.Cloud);
        if (compute == MetaflowCompute.Batch && context.Cloud != Cloud.Aws)
        {
            context.Diagnostics.Add(PipelineErrors.NoBatchThere(config.SpanOf(nameof(config.Compute)), config.Name, context.Cloud.Title()));
            throw new ExpansionStoppedException();
        }

        if (compute == MetaflowCompute.Batch && config.Cluster is not null)
        {
            context.Diagnostics.Add(PipelineErrors.MeansNothing(config.SpanOf(nameof(config.Cluster)), config.Name, "cluster", "its flows run in a batch queue, for want of 'compute: kubernetes'"));
        }

        if (compute == MetaflowCompute.Kubernetes && config.Batch is not null)
        {
            context.Diagnostics.Add(PipelineErrors.MeansNothing(config.SpanOf(nameof(config.Batch)), config.Name, "batch", "its flows run on a cluster, for want of 'compute: batch'"));
        }

        return compute == MetaflowCompute.Batch ? MetaflowOnBatch.Expand(config, context) : MetaflowOnCluster.Expand(config, context);
    }
}
