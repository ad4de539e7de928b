namespace Strata.Platform.Reports;

/// <summary>A drawing on a page: for the eye, for the keyboard, and as a list.</summary>
internal static class DrawingFigure
{
    /// <param name="id">The element's id.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="relation">What an arrow says in the list: "used by".</param>
    public static Html Of(string id, string title, Drawing drawing, string relation)
    {
        var labelOf = drawing.Nodes.ToDictionary(node => node.Id, node => node.Label, StringComparer.Ordinal);
        var items = drawing.Nodes.Select(node =>
        {
            var others = drawing.Edges.Where(edge => edge.From == node.Id).Select(edge => labelOf[edge.To] + (edge.Label.Length > 0 ? $" (when {edge.Label})" : "")).ToList();
            var name = node.Url is { } url ? Html.Link(url, node.Label) : Html.Tag("strong", node.Label);
            return Html.Join([name, $": {node.Detail}", others.Count > 0 ? $"; {relation} {string.Join(", ", others)}" : ""]);
        });
        return Html.Tag(
            "figure",
            [("class", "drawing"), ("data-drawing", id)],
            Html.Classed("div", "frame", Html.Tag("div", [("class", "canvas"), ("id", id), ("tabindex", "0"), ("role", "application"), ("aria-roledescription", "graph"), ("aria-label", $"{title}. Arrow keys go along the arrows, Enter opens."), ("data-nodes", drawing.Nodes.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))])),
            Html.Classed("div", "tools", Button("in", "Zoom in", "+"), Button("out", "Zoom out", "−"), Button("fit", "Fit to view", "Fit")),
            Html.Tag("p", [("class", "said"), ("aria-live", "polite")]),
            Html.Tag("figcaption", title),
            Html.Tag("details", Html.Tag("summary", "As a list"), Html.List(items)),
            Html.Data(id + "-data", drawing.ToJson()));
    }

    private static Html Button(string action, string label, string text) =>
        Html.Tag("button", [("type", "button"), ("data-zoom", action), ("aria-label", label)], text);
}
