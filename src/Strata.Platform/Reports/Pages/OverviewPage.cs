using Strata.Diagnostics;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>All teams and stacks by the four layers.</summary>
internal static class OverviewPage
{
    public static ReportFile Of(IReadOnlyList<ReportStack> stacks) => PageFrame.Page(
        "index.html",
        "Overview",
        drawings: false,
        Html.Tag("h1", "Teams and stacks"),
        Html.Classed("p", "quiet", $"{Counted(stacks.Select(stack => stack.Team).Where(team => team.Length > 0).Distinct(StringComparer.Ordinal).Count(), "team")}, {Counted(stacks.Count, "stack")}."),
        Html.Join(stacks.GroupBy(stack => stack.Team, StringComparer.Ordinal).OrderBy(team => team.Key, StringComparer.Ordinal).Select(Team)));

    private static Html Team(IGrouping<string, ReportStack> team) => Html.Tag(
        "section",
        Html.Tag("h2", team.Key.Length > 0 ? team.Key : "Stacks that cannot be read"),
        Html.Classed("div", "cards", Html.Join(team.Select(Card))));

    private static Html Card(ReportStack stack) => Html.Tag(
        "article",
        [("class", "card")],
        Html.Tag("h3", Html.Link(stack.Url, stack.Name)),
        stack.Model is { } model ? Facts(model) : Html.None,
        stack.Cost is { } cost ? Html.Classed("p", "cost", Html.Link($"{stack.Url}#costs", $"{CostSection.Usd(cost.Known.Expected)} a month"), Html.Classed("span", "quiet", cost.Unknown > 0 ? $" and {Text.Count.Of(cost.Unknown, "part")} not known" : "")) : Html.None,
        Problems(stack),
        stack.Model is { } read ? Layers(stack, read) : Html.None);

    private static Html Facts(StackModel model) => Html.Classed(
        "p",
        "tags",
        Html.Classed("span", $"tag env-{PropertyNames.OfChoice(model.Config.Environment.ToString())}", PropertyNames.OfChoice(model.Config.Environment.ToString())),
        " ",
        Html.Classed("span", "tag", model.Config.Cloud.Title()),
        " ",
        model.Config.Owner is { } owner ? Html.Classed("span", "quiet", owner) : Html.None);

    private static Html Problems(ReportStack stack)
    {
        var errors = stack.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var broken = stack.Findings.Count(finding => finding is { Severity: Severity.Error, Waiver: null });
        return errors > 0 ? Html.Classed("p", "bad", $"{Counted(errors, "problem")} stop this stack.")
            : broken > 0 ? Html.Classed("p", "bad", Html.Link($"{stack.Url}#policies", $"Breaks {Counted(broken, "policy", "policies")}."))
            : Html.None;
    }

    private static Html Layers(ReportStack stack, StackModel model) => Html.Classed("dl", "layers", Html.Join(Layer.All.Select(layer =>
    {
        var components = layer.In(model).Select(component => Html.Tag(
            "a",
            [("class", "chip"), ("href", $"{stack.Url}#{component.Kind.Section}-{component.Config.Name}"), ("title", component.Kind.Facts?.Title ?? component.Kind.Name)],
            component.Config.Name)).ToList();
        return Html.Join([Html.Tag("dt", layer.Title), Html.Tag("dd", components.Count > 0 ? Html.Join(components, " ") : Html.Classed("span", "quiet", "none"))]);
    })));

    private static string Counted(int count, string noun, string? plural = null) => plural is not null && count != 1 ? $"{count} {plural}" : Text.Count.Of(count, noun);
}
