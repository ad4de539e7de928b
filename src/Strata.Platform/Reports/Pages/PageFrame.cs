namespace Strata.Platform.Reports;

/// <summary>What every page has around its content.</summary>
internal static class PageFrame
{
    private static readonly (string Title, string Url)[] Places =
    [
        ("Overview", "index.html"),
        ("Features", "features.html"),
        ("Models and endpoints", "models.html"),
        ("Costs", "costs.html"),
        ("Components", "components/index.html"),
    ];

    /// <param name="path">Where the page is, below the report's folder.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="drawings">Whether it needs the library that draws.</param>
    public static ReportFile Page(string path, string title, bool drawings, params ReadOnlySpan<Html> content)
    {
        var up = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));
        var html = Html.Tag(
            "html",
            [("lang", "en"), ("data-root", up)],
            Html.Tag(
                "head",
                Html.Tag("meta", [("charset", "utf-8")]),
                Html.Tag("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
                Html.Tag("title", $"{title} · Strata"),
                Html.Tag("link", [("rel", "stylesheet"), ("href", up + ReportAssets.Style)]),
                Html.Tag("link", [("rel", "icon"), ("href", "data:,")]),
                Script(up + ReportAssets.Theme, defer: false)),
            Html.Tag(
                "body",
                Html.Tag("a", [("class", "skip"), ("href", "#content")], "To the content"),
                Header(path, up),
                Html.Tag("main", [("id", "content")], content),
                Script(up + ReportAssets.Index, defer: true),
                drawings ? Script(up + ReportAssets.Charts, defer: true) : Html.None,
                Script(up + ReportAssets.Behaviour, defer: true)));
        return new ReportFile(path, "<!doctype html>\n" + html.Markup + "\n");
    }

    private static Html Header(string path, string up) => Html.Tag(
        "header",
        Html.Tag("a", [("class", "brand"), ("href", up + "index.html")], "Strata"),
        Html.Tag("nav", [("aria-label", "Pages")], Html.Join(Places.Select(place =>
            Html.Tag("a", [("href", up + place.Url), ("aria-current", place.Url == path ? "page" : null)], place.Title)))),
        Html.Tag(
            "div",
            [("class", "search"), ("role", "search")],
            Html.Tag("label", [("for", "search")], "Search"),
            Html.Tag("input", [("id", "search"), ("type", "search"), ("autocomplete", "off"), ("placeholder", "stack, feature, model …"), ("aria-controls", "found")]),
            Html.Tag("div", [("id", "found"), ("role", "region"), ("aria-label", "Search results"), ("aria-live", "polite"), ("hidden", "")])),
        Html.Tag("button", [("type", "button"), ("id", "theme"), ("aria-label", "Change between light and dark")], "◐"));

    private static Html Script(string url, bool defer) => Html.Tag("script", [("src", url), ("defer", defer ? "" : null)]);
}
