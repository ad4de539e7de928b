using Strata.Platform.Costs;

namespace Strata.Platform.Reports;

/// <summary>Who pays for what.</summary>
internal static class CostsPage
{
    public static ReportFile Of(IReadOnlyList<ReportStack> stacks)
    {
        var priced = stacks.Where(stack => stack.Cost is not null).ToList();
        return PageFrame.Page(
            "costs.html",
            "Costs",
            drawings: true,
            Html.Tag("h1", "Cost a month"),
            Html.Tag("p", CostSection.Sentence(CostOf(priced), UnknownOf(priced))),
            Group("By team", "Team", "team", priced, stack => stack.Team),
            Group("By cost center", "Cost center", "center", priced, stack => stack.Model!.Config.CostCenter ?? "none named"),
            Html.Tag(
                "section",
                Html.Tag("h2", "By stack"),
                CostSection.Table("Cost of each stack", "Stack", [.. priced.OrderByDescending(stack => stack.Cost!.Known.Expected).Select(stack => (Html.Link($"{stack.Url}#costs", stack.Name), stack.Cost!.Known, stack.Cost.Unknown))])));
    }

    private static Html Group(string title, string noun, string id, List<ReportStack> stacks, Func<ReportStack, string> keyOf)
    {
        var groups = stacks.GroupBy(keyOf, StringComparer.Ordinal).Select(group => (Name: group.Key, Cost: CostOf([.. group]), Unknown: UnknownOf([.. group]))).OrderByDescending(group => group.Cost.Expected).ToList();
        return Html.Tag(
            "section",
            Html.Tag("h2", title),
            CostSection.Chart($"{id}-chart", $"Cost of each {noun.ToLowerInvariant()}", [.. groups.Where(group => group.Cost.High > 0).Select(group => (group.Name, group.Cost))]),
            CostSection.Table($"Cost of each {noun.ToLowerInvariant()}", noun, [.. groups.Select(group => ((Html)group.Name, group.Cost, group.Unknown))]));
    }

    private static CostRange CostOf(IReadOnlyList<ReportStack> stacks) => stacks.Aggregate(CostRange.Zero, (sum, stack) => sum + stack.Cost!.Known);

    private static int UnknownOf(IReadOnlyList<ReportStack> stacks) => stacks.Sum(stack => stack.Cost!.Unknown);
}
