namespace Strata.Platform.Previews;

/// <summary>Failed stacks first, then those that lose data, then other changes, then what stays.</summary>
internal static class PreviewOrder
{
    public static IReadOnlyList<StackPreview> Sort(IEnumerable<StackPreview> previews) =>
        [.. previews.OrderBy(Weight).ThenBy(preview => preview.Name, StringComparer.Ordinal)];

    private static int Weight(StackPreview preview) => preview switch
    {
        { Status: PreviewStatus.Failed } => 0,
        { Status: PreviewStatus.Unchanged } => 4,
        { IsBlocked: true } => 1,
        _ when preview.Risks.Any(risk => risk.Kind is RiskKind.DataLoss) => 2,
        _ => 3,
    };
}
