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
}
