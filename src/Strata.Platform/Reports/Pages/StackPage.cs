using Strata.Diagnostics;
using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>One stack: what it is, its components as a graph, what each becomes, and what runs on it.</summary>
internal static class StackPage
{
    public static ReportFile Of(ReportStack stack) => PageFrame.Page(
        stack.Url,
        stack.Name,
        drawings: true,
        Html.Tag("h1", stack.Name),
        stack.Model?.Config.Description is { } description ? Html.Tag("p", description) : Html.None,
        stack.Model is { } model ? Facts(model) : Html.None,
        Problems(stack),
        stack.Expanded is { } expanded ? Graph(expanded) : Html.None,
        stack.Model is { } read ? Components(stack, read) : Html.None,
        stack.Cost is { } cost ? CostSection.Of(cost) : Html.None,
        stack.Expanded is not null ? PolicySection.Of(stack.Findings, stack.Name) : Html.None,
        stack.Expanded is { } whole ? WorkflowSection.Of(whole) : Html.None,
        stack.Expanded is { } all ? Resources(all.Graph) : Html.None);

    private static Html Facts(StackModel model)
    {
        var config = model.Config;
        (string Name, string? Value)[] facts =
        [
            ("Team", config.Team),
            ("Environment", PropertyNames.OfChoice(config.Environment.ToString())),
            ("Cloud", config.Cloud.Title()),
            ("Owner", config.Owner),
            ("Paid by", config.CostCenter),
            ("Budget a month", config.Budget is { } budget ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{budget.Monthly:N0} {budget.Currency}") : null),
            ("Secrets by name", config.Secrets.Names.Any() ? string.Join(", ", config.Secrets.Names.Order(StringComparer.Ordinal)) : null),
            ("File", model.File.Path),
        ];
        return Html.Classed("dl", "facts", Html.Join(facts.Where(fact => fact.Value is not null).Select(fact =>
            Html.Tag("div", Html.Tag("dt", fact.Name), Html.Tag("dd", fact.Value)))));
    }

    private static Html Problems(ReportStack stack)
    {
        if (stack.Diagnostics.Count == 0)
        {
            return Html.None;
        }

        var isBad = stack.Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
        return Html.Tag("section", [("class", isBad ? "problems" : "warnings")], Html.Tag("h2", isBad ? "Problems" : "Warnings"), Html.List(stack.Diagnostics.Select(diagnostic => (Html)diagnostic.ToString())));
    }

    private static Html Graph(ExpandedStack expanded) => Html.Tag(
        "section",
        Html.Tag("h2", "Components"),
        DrawingFigure.Of("components", $"Components of {expanded.Graph.Stack}: an arrow leads from each to those that use it", ComponentDrawing.Of(expanded.Graph), "used by"));

    private static Html Components(ReportStack stack, StackModel model)
    {
        var made = stack.Expanded?.Graph.Resources.Where(resource => resource is ComponentResource).GroupBy(ComponentDrawing.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        return Html.Join(Layer.All.Select(layer =>
        {
            var table = new HtmlTable($"{layer.Title} of {stack.Name}", ["Component", "What", "Run by", "Where", "Asked for in"]);
            foreach (var (config, kind) in layer.In(model))
            {
                var id = $"{kind.Section}-{config.Name}";
                table.Add(
                    Html.Tag("a", [("href", $"#{id}")], config.Name),
                    Html.Link($"../{ComponentKindPages.UrlOf(kind)}", kind.Facts?.Title ?? $"{kind.Name} ({kind.Section})"),
                    config is PlatformComponentConfig component ? BuyOrBuild.Of(kind, component, model).Managed ? "the cloud" : "the team" : "",
                    model.CloudOf(config).Title(),
                    made is not null && made.GetValueOrDefault(id) is ComponentResource { Origin: { } origin } ? origin.ToString() : config.KeySpan.ToString());
            }

            return table.IsEmpty ? Html.None : Html.Tag("section", Html.Tag("h3", layer.Title), table.ToHtml(""));
        }));
    }

    private static Html Resources(ResourceGraph graph) => Html.Tag(
        "section",
        Html.Tag("h2", "Resources"),
        Html.Join(ResourceNode.RootsOf(graph).Where(node => node.Resource is ComponentResource).Select(Component)));

    private static Html Component(ResourceNode node)
    {
        var table = new HtmlTable($"Resources of {node.Resource.LogicalName}", ["Name", "Type", "Kept safe"]);
        foreach (var resource in Below(node).Where(resource => resource is not ComponentResource))
        {
            table.Add(
                resource.LogicalName,
                Html.Tag("code", resource.TypeToken),
                (resource.ResourceOptions.Protect, resource.ResourceOptions.RetainOnDelete) switch
                {
                    (true, _) => "protected",
                    (_, true) => "kept when deleted",
                    _ => "",
                });
        }

        var id = ComponentDrawing.Id(node.Resource);
        return Html.Tag(
            "details",
            [("id", id), ("class", "component")],
            Html.Tag("summary", Html.Tag("strong", node.Resource.LogicalName), " ", Html.Classed("span", "quiet", $"{Title(node.Resource)}, {Text.Count.Of(Below(node).Count(r => r is not ComponentResource), "resource")}")),
            table.ToHtml("Nothing of its own: it uses what others made."));
    }

    private static string Title(Resource resource) => ComponentDrawing.Kind(resource) is { } kind ? kind.Facts?.Title ?? kind.Name : resource.TypeToken.Split(':')[^1];

    private static IEnumerable<Resource> Below(ResourceNode node) => node.Children.SelectMany(child => Below(child).Prepend(child.Resource));
}
