using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Schedulers;

/// <summary>Problems of schedulers that hand their work to a cloud's own services.</summary>
public static class PipelineErrors
{
    /// <param name="arn">The ARN in the file.</param>
    /// <param name="region">The stack's region.</param>
    public static Diagnostic ArnElsewhere(SourceSpan? at, string name, string arn, string region) => Diagnostic.Error("STR840", at,
        $"'{name}' is in {region}, and '{arn}' is in another region: states call services of their own region only. Name one in {region}.");

    /// <param name="there">The cloud the queue is on.</param>
    /// <param name="here">The cloud the scheduler is on.</param>
    public static Diagnostic QueueElsewhere(SourceSpan? at, string name, string queue, string there, string here) => Diagnostic.Error("STR841", at,
        $"'{name}' is on {here} and the queue '{queue}' is on {there}, where it cannot send jobs. Name a batch queue on {here}, or put '{name}' there with 'cloud:'.");

    /// <param name="why">The end of a sentence.</param>
    public static Diagnostic MeansNothing(SourceSpan? at, string name, string property, string why) => Diagnostic.Error("STR842", at,
        $"'{property}' of '{name}' means nothing here: {why}. Remove it.");

    public static Diagnostic NoBatchThere(SourceSpan? at, string name, string cloud) => Diagnostic.Error("STR843", at,
        $"'{name}' is on {cloud}, and Metaflow sends work to batch queues on AWS only. Write 'compute: kubernetes', or put '{name}' there with 'cloud: aws'.");

    public static Diagnostic SharedQueue(SourceSpan? at, string name, string queue) => Diagnostic.Error("STR844", at,
        $"'{name}' sends its work to the queue '{queue}', which teams have shares of: Metaflow does not say whose share its jobs belong to, and the queue would refuse them. Name a queue without 'shares'.");
}
