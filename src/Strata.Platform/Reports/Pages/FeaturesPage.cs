using Strata.Platform.FeatureStores;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>The catalog of features: who owns each, who uses it, how fresh it is and who may read it.</summary>
internal static class FeaturesPage
{
    public static ReportFile Of(IReadOnlyList<ReportStack> stacks)
    {
        var table = new HtmlTable("Features of all stacks", ["Feature", "Type", "Of", "Owner", "Freshness", "Used by", "Readers", "Stack"]);
        foreach (var feature in All(stacks))
        {
            table.Add(
                Html.Join([Html.Tag("span", [("id", feature.Anchor)], $"{feature.View}.{feature.Name}"), feature.Description is { } text ? Html.Classed("div", "quiet", text) : Html.None]),
                feature.Type,
                feature.Entities,
                feature.Owner,
                feature.Freshness,
                feature.Users,
                feature.Readers,
                Html.Link(feature.Stack.Url, feature.Stack.Name));
        }

        return PageFrame.Page("features.html", "Features", drawings: false, Html.Tag("h1", "Features"), table.ToHtml("No stack defines features: a feature store's 'views' do."));
    }

    public static IEnumerable<CatalogFeature> All(IReadOnlyList<ReportStack> stacks) =>
        from stack in stacks
        where stack.Model is not null
        from store in stack.Model!.Components.OfType<FeatureStoreConfig>()
        from view in store.Views.OrderBy(view => view.Key, StringComparer.Ordinal)
        from feature in view.Value.Features.OrderBy(feature => feature.Key, StringComparer.Ordinal)
        select new CatalogFeature(
            stack,
            store.Name,
            view.Key,
            feature.Key,
            PropertyNames.OfChoice(feature.Value.Type.ToString()),
            string.Join(", ", view.Value.Entities),
            feature.Value.Description,
            view.Value.Owner,
            view.Value.Online ? $"{view.Value.Freshness}, online" : $"{view.Value.Freshness}, for training only",
            UsersOf(store, view.Key, feature.Key),
            view.Value.Readers.Count > 0 ? string.Join(", ", view.Value.Readers) : "whoever may read the store");

    private static string UsersOf(FeatureStoreConfig store, string view, string feature)
    {
        var users = store.Services.Where(service => service.Value.Reads.Any(read => read == view || read == $"{view}.{feature}"))
            .Select(service => service.Value.Model is { } model ? $"{service.Key} ({model})" : service.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        return users.Count > 0 ? string.Join(", ", users) : "nobody yet";
    }
}

/// <summary>One feature with what its view and store say of it.</summary>
internal sealed record CatalogFeature(
    ReportStack Stack,
    string Store,
    string View,
    string Name,
    string Type,
    string Entities,
    string? Description,
    string Owner,
    string Freshness,
    string Users,
    string Readers)
{
    public string Anchor => $"{Stack.Name}-{Store}-{View}-{Name}";
}
