using System.Buffers;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Helm charts that may be another version tomorrow.</summary>
internal static class UnpinnedCharts
{
    private static readonly SearchValues<char> RangeCharacters = SearchValues.Create("^~><*|xX ");

    public static PolicyRule Rule { get; } = new(
        "STR771",
        "unpinned-charts",
        PolicySubjects.Pinning,
        Severity.Error,
        "Helm releases and Argo CD applications without a version, or with a range of versions.",
        "An update of someone else's chart then changes the cluster without a pull request.")
    {
        Types = ["kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart", "kubernetes:argoproj.io/v1alpha1:Application"],
        OfResource = (chart, _) => Check(chart),
    };

    private static IEnumerable<PolicyViolation> Check(Resource chart)
    {
        var path = chart.TypeToken.EndsWith(":Application", StringComparison.Ordinal) ? "spec.source.targetRevision" : "version";
        if (chart.At(path).AsText() is not { Length: > 0 } version || version.AsSpan().ContainsAny(RangeCharacters) || version is "HEAD" or "main" or "master")
        {
            yield return new(path, $"The chart of '{chart.LogicalName}' has no version of its own. Name one, such as 1.4.2.");
        }
    }
}
