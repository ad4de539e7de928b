using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>A reason on one line: the sentence, and the place where the value is set.</summary>
internal static class ReasonText
{
    public static string Of(AffectedReason reason) => reason.Span is { } span ? $"{reason.Message} {span}" : reason.Message;
}
