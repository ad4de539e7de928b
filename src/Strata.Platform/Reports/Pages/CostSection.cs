using System.Globalization;
using System.Text.Json.Nodes;
using Strata.Platform.Costs;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>Amounts of money on pages: as a chart, and as a table that says the same.</summary>
internal static class CostSection
{
    /// <summary>What a stack costs in a month, by component.</summary>
    public static Html Of(StackCost cost)
    {
        var components = cost.Components
            .Select(parts => (Name: parts.Key, Known: StackCost.Sum(parts), Unknown: parts.Count(part => part.Monthly is null)))
            .OrderByDescending(component => component.Known.Expected)
            .ThenBy(component => component.Name, StringComparer.Ordinal)
            .ToList();
        var missing = cost.Parts.Where(part => part.Missing is not null).Select(part => (Html)$"{part.Component}{(part.Resource.Length > 0 ? $" {part.Resource}" : "")}, {part.What}: {part.Missing}").ToList();
        return Html.Tag(
            "section",
            [("id", "costs")],
            Html.Tag("h2", "Cost a month"),
            Html.Tag("p", Sentence(cost.Known, cost.Unknown)),
            Chart("cost-chart", "Cost of each component", [.. components.Where(component => component.Known.High > 0).Select(component => (component.Name, component.Known))]),
            Table($"Cost of {cost.Stack} by component", "Component", [.. components.Select(component => (NameOf(component.Name), component.Known, component.Unknown))]),
            missing.Count > 0 ? Html.Tag("details", Html.Tag("summary", $"What is not known: {Text.Count.Of(missing.Count, "part")}"), Html.List(missing)) : Html.None);
    }

    /// <summary><c>$1,200, from $800 to $2,100; 3 parts without a price.</c></summary>
    public static string Sentence(CostRange cost, int unknown) =>
        $"{Usd(cost.Expected)} as a rule, from {Usd(cost.Low)} to {Usd(cost.High)}{(unknown > 0 ? $", and {Text.Count.Of(unknown, "part")} whose cost is not known" : "")}.";

    public static Html Table(string caption, string first, IReadOnlyList<(Html Name, CostRange Known, int Unknown)> rows)
    {
        var table = new HtmlTable(caption, [first, "#Low", "#As a rule", "#High", "#Not known"]);
        foreach (var (name, known, unknown) in rows)
        {
            table.Add(name, Usd(known.Low), Usd(known.Expected), Usd(known.High), unknown > 0 ? Text.Count.Of(unknown, "part") : "");
        }

        return table.ToHtml("Nothing that costs.");
    }

    /// <summary>A bar to what it costs as a rule, with a line from low to high.</summary>
    public static Html Chart(string id, string title, IReadOnlyList<(string Name, CostRange Cost)> rows) => rows.Count == 0
        ? Html.None
        : Html.Join([
            Html.Tag("div", [("class", "chart"), ("id", id), ("data-costs", ""), ("role", "img"), ("aria-label", $"{title}, as in the table below")]),
            Html.Data($"{id}-data", new JsonArray([.. rows.Select(row => new JsonArray(row.Name, Round(row.Cost.Low), Round(row.Cost.Expected), Round(row.Cost.High)))]).ToJsonString()),
        ]);

    /// <summary>What the stack file names has a place on the page; what came with it has none.</summary>
    private static Html NameOf(string component) =>
        StackRepository.Sections.Contains(component.Split('.')[0]) ? Html.Link("#" + component.Replace('.', '-'), component) : component;

    public static string Usd(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${(amount is > 0 and < 10 ? Math.Round(amount, 2) : Math.Round(amount)):#,0.##}");

    private static decimal Round(decimal amount) => Math.Round(amount, 2);
}
