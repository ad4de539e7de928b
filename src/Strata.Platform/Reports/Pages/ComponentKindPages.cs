using Strata.Platform.Components;

namespace Strata.Platform.Reports;

/// <summary>A page for each kind of component: what is known of it, where it can be had, who uses it.</summary>
internal static class ComponentKindPages
{
    public static string UrlOf(ComponentKind kind) => $"components/{kind.Section}-{kind.Name}.html";

    public static IEnumerable<ReportFile> Of(IReadOnlyList<ReportStack> stacks) => ComponentCatalog.Kinds.Select(kind => Page(kind, stacks)).Prepend(Index(stacks));

    private static ReportFile Index(IReadOnlyList<ReportStack> stacks) => PageFrame.Page(
        "components/index.html",
        "Components",
        drawings: false,
        Html.Tag("h1", "Components"),
        Html.Join(Layer.All.Select(layer =>
        {
            var table = new HtmlTable($"Kinds of {layer.Title}", ["Kind", "Section", "Maturity", "Licence", "#Stacks that use it"]);
            foreach (var kind in ComponentCatalog.Kinds.Where(kind => Layer.Of(kind) == layer))
            {
                table.Add(
                    Html.Link(UrlOf(kind)["components/".Length..], kind.Facts?.Title ?? kind.Name),
                    Html.Tag("code", kind.Section),
                    kind.Facts?.Maturity.ToString().ToLowerInvariant() ?? "",
                    kind.Facts?.Licence ?? "",
                    Users(kind, stacks).Count().ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            return Html.Tag("section", Html.Tag("h2", layer.Title), table.ToHtml(""));
        })));

    private static ReportFile Page(ComponentKind kind, IReadOnlyList<ReportStack> stacks)
    {
        var table = new HtmlTable("Where it can be had", ["Cloud", "Who runs it", "What becomes of it"]);
        foreach (var realization in kind.Realizations)
        {
            table.Add(
                realization.Cloud.Title() + (realization.Engine.Length > 0 ? $", {realization.Engine}" : ""),
                realization.Managed switch { true => "the cloud", false => "the team", null => "" },
                realization is Refused refused ? Html.Join([Html.Tag("strong", "Refused. "), $"{refused.Reason} {refused.Hint}"]) : "Built.");
        }

        var users = Users(kind, stacks).Select(user => Html.Link($"../{user.Stack.Url}#{kind.Section}-{user.Name}", $"{user.Name} of {user.Stack.Name}")).ToList();
        return PageFrame.Page(
            UrlOf(kind),
            kind.Facts?.Title ?? kind.Name,
            drawings: false,
            Html.Tag("h1", kind.Facts?.Title ?? kind.Name),
            Html.Classed("p", "quiet", "Section ", Html.Tag("code", kind.Section), ", ", Html.Tag("code", kind.Name)),
            kind.Facts is { } facts ? Facts(facts) : Html.None,
            Html.Tag("section", Html.Tag("h2", "On each cloud"), table.ToHtml("")),
            Html.Tag("section", Html.Tag("h2", "Used by"), users.Count > 0 ? Html.List(users) : Html.Classed("p", "quiet", "No stack uses it.")));
    }

    private static Html Facts(EngineFacts facts)
    {
        (string Name, string? Value)[] all = [("Maturity", facts.Maturity.ToString().ToLowerInvariant()), ("Licence", facts.Licence), ("You operate", facts.YouOperate), ("Seen at", facts.Source.ToString())];
        return Html.Classed("dl", "facts", Html.Join(all.Where(fact => fact.Value is not null).Select(fact => Html.Tag("div", Html.Tag("dt", fact.Name), Html.Tag("dd", fact.Value)))));
    }

    private static IEnumerable<(ReportStack Stack, string Name)> Users(ComponentKind kind, IReadOnlyList<ReportStack> stacks) =>
        from stack in stacks
        where stack.Model is not null
        from component in stack.Model!.Components
        where ComponentCatalog.KindOf(component) == kind
        select (stack, component.Name);
}
