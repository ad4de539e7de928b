using System.Globalization;
using Strata.Diagnostics;
using Strata.Platform.Policies;

namespace Strata.Platform.Reports;

/// <summary>What policies say of a stack, and what is waived.</summary>
internal static class PolicySection
{
    public static Html Of(IReadOnlyList<PolicyFinding> findings, string stack)
    {
        var table = new HtmlTable($"Policy findings of {stack}", ["Policy", "How bad", "Where", "What", "Waived"]);
        foreach (var finding in findings.OrderByDescending(finding => finding.Waiver is null).ThenByDescending(finding => finding.Severity))
        {
            table.Add(
                Html.Join([Html.Tag("code", finding.Code), " ", finding.Subject]),
                Html.Classed("span", finding is { Severity: Severity.Error, Waiver: null } ? "bad" : "quiet", finding.Severity == Severity.Error ? "error" : "warning"),
                finding.Component,
                finding.Message,
                finding.Waiver is { } waiver ? $"by {waiver.Owner} until {waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}: {waiver.Reason}" : "");
        }

        return Html.Tag("section", [("id", "policies")], Html.Tag("h2", "Policies"), table.ToHtml("Every policy holds."));
    }
}
