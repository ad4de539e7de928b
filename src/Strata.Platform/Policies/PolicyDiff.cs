using System.Collections.Immutable;

namespace Strata.Platform.Policies;

/// <summary>Which findings of a stack are new, and which are mended.</summary>
/// <param name="New">In the new stack's order. One that is waived is among them when its waiver is new or says something else than before: a waiver is looked at like a finding.</param>
/// <param name="Mended">In the old stack's order. What got a waiver is not mended, and what had one needs no mending.</param>
public sealed record PolicyDiff(IReadOnlyList<PolicyFinding> New, IReadOnlyList<PolicyFinding> Mended)
{
    /// <summary>
    /// Findings are the same when they are of the same policy, resource and input, wherever in a list that input is. One that loses its
    /// waiver is new.
    /// </summary>
    public static PolicyDiff Between(IReadOnlyList<PolicyFinding> before, IReadOnlyList<PolicyFinding> after) => new(
        Missing(after, before, finding => (KeyOf(finding), finding.Waiver)),
        Missing([.. before.Where(finding => finding.Waiver is null)], after, KeyOf));

    /// <summary>Those of <paramref name="findings"/> that <paramref name="others"/> do not have.</summary>
    private static ImmutableArray<PolicyFinding> Missing<T>(IReadOnlyList<PolicyFinding> findings, IReadOnlyList<PolicyFinding> others, Func<PolicyFinding, T> keyOf)
        where T : notnull
    {
        var left = others.GroupBy(keyOf).ToDictionary(same => same.Key, same => same.Count());
        var missing = ImmutableArray.CreateBuilder<PolicyFinding>();
        foreach (var finding in findings)
        {
            if (left.GetValueOrDefault(keyOf(finding)) is var count and > 0)
            {
                left[keyOf(finding)] = count - 1;
            }
            else
            {
                missing.Add(finding);
            }
        }

        return missing.ToImmutable();
    }

    private static (string Code, string? Resource, string? Path, string Component) KeyOf(PolicyFinding finding) =>
        (finding.Code, finding.Resource, finding.Path is null ? null : WithoutPlaces(finding.Path), finding.Component);

    /// <summary><c>ingress[3].cidr</c> to <c>ingress[].cidr</c>.</summary>
    private static string WithoutPlaces(string path) => path.Contains('[', StringComparison.Ordinal) ? string.Concat(path.Where(c => !char.IsAsciiDigit(c))) : path;
}
