using System.Globalization;
using Strata.Platform.Components;
using Strata.Platform.Endpoints;
using Strata.Platform.ModelStores;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>Where models are kept and where they answer, a card for each.</summary>
internal static class ModelsPage
{
    public static ReportFile Of(IReadOnlyList<ReportStack> stacks) => PageFrame.Page(
        "models.html",
        "Models and endpoints",
        drawings: false,
        Html.Tag("h1", "Models and endpoints"),
        Section("Endpoints", from pair in All<EndpointConfig>(stacks) select Card(pair.Stack, pair.Config, Facts(pair.Config))),
        Section("Model stores", from pair in All<ModelStoreConfig>(stacks) select Card(pair.Stack, pair.Config, Facts(pair.Config))));

    private static IEnumerable<(ReportStack Stack, T Config)> All<T>(IReadOnlyList<ReportStack> stacks)
        where T : PlatformComponentConfig =>
        from stack in stacks
        where stack.Model is not null
        from config in stack.Model!.Components.OfType<T>()
        select (stack, config);

    private static Html Section(string title, IEnumerable<Html> cards)
    {
        var all = cards.ToList();
        return Html.Tag("section", Html.Tag("h2", title), all.Count > 0 ? Html.Classed("div", "cards", Html.Join(all)) : Html.Classed("p", "quiet", "No stack has any."));
    }

    private static Html Card(ReportStack stack, PlatformComponentConfig config, IEnumerable<(string Name, string? Value)> facts)
    {
        var kind = ComponentCatalog.KindOf(config);
        return Html.Tag(
            "article",
            [("class", "card"), ("id", $"{stack.Name}-{kind.Section}-{config.Name}")],
            Html.Tag("h3", Html.Link($"{stack.Url}#{kind.Section}-{config.Name}", config.Name), " ", Html.Classed("span", "quiet", stack.Name)),
            Html.Classed("p", "tags", Html.Classed("span", "tag", kind.Facts?.Title ?? kind.Name), " ", Html.Classed("span", "tag", BuyOrBuild.Of(kind, config, stack.Model!).Managed ? "run by the cloud" : "run by the team")),
            Html.Tag("dl", Html.Join(facts.Where(fact => fact.Value is not null).Select(fact => Html.Join([Html.Tag("dt", fact.Name), Html.Tag("dd", fact.Value)])))));
    }

    private static IEnumerable<(string Name, string? Value)> Facts(EndpointConfig endpoint) =>
    [
        ("Model", endpoint.Model),
        ("Image", endpoint.Image),
        ("Answers", endpoint.Mode == EndpointMode.Online ? "requests as they come" : "in batches"),
        ("Replicas", endpoint.Mode == EndpointMode.Online ? string.Create(CultureInfo.InvariantCulture, $"{endpoint.Min} to {endpoint.Max}") : null),
        ("Schedule", endpoint.Schedule?.ToString()),
        ("Rollout", endpoint.Rollout.Strategy is { } strategy ? PropertyNames.OfChoice(strategy.ToString()) : null),
        ("Other models", endpoint.Rollout.Variants.Count > 0 ? string.Join(", ", endpoint.Rollout.Variants.Keys.Order(StringComparer.Ordinal)) : null),
    ];

    private static IEnumerable<(string Name, string? Value)> Facts(ModelStoreConfig store) =>
    [
        ("Files in", store.Artifacts?.Name),
        ("Must be known of a model", string.Join(", ", store.Requires.Select(fact => PropertyNames.OfChoice(fact.ToString())))),
    ];
}
