using System.Collections.Immutable;

namespace Strata.Platform.Policies;

/// <summary>Which findings of a stack are new, and which are mended.</summary>
/// <param name="New">In the new stack's order.</param>
/// <param name="Mended">In the old stack's order.</param>
public sealed record PolicyDiff(IReadOnlyList<PolicyFinding> New, IReadOnlyList<PolicyFinding> Mended)
{
    /// <summary>
    /// Findings are the same when they are of the same policy, resource and input, wherever in a list that input is. One that loses its
    /// waiver is new.
    /// </summary>
    public static PolicyDiff Between(IReadOnlyList<PolicyFinding> before, IReadOnlyList<PolicyFinding> after) =>
        new(Missing(after, before), Missing(before, after));

    /// <summary>Those of <paramref name="findings"/> that <paramref name="others"/> do not have.</summary>
    private static ImmutableArray<PolicyFinding> Missing(IReadOnlyList<PolicyFinding> findings, IReadOnlyList<PolicyFinding> others)
    {
        var left = new Dictionary<(string, string?, string?, string), int>();
        foreach (var other in others.Where(finding => finding.Waiver is null))
        {
            left[KeyOf(other)] = left.GetValueOrDefault(KeyOf(other)) + 1;
        }

        var missing = ImmutableArray.CreateBuilder<PolicyFinding>();
        foreach (var finding in findings.Where(finding => finding.Waiver is null))
        {
            if (left.GetValueOrDefault(KeyOf(finding)) is var count and > 0)
            {
                left[KeyOf(finding)] = count - 1;
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
