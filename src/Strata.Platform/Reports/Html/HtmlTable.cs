namespace Strata.Platform.Reports;

/// <summary>A table with a caption; on narrow screens each row becomes a card whose values carry their column's name.</summary>
/// <param name="Columns">The heads; one that begins with <c>#</c> holds numbers.</param>
internal sealed record HtmlTable(string Caption, IReadOnlyList<string> Columns)
{
    private readonly List<Html> _rows = [];

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds a row: the first value names it.</summary>
    public HtmlTable Add(params ReadOnlySpan<Html> values)
    {
        var cells = new List<Html>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            cells.Add(i == 0
                ? Html.Tag("th", [("scope", "row")], values[i])
                : Html.Tag("td", [("data-label", Columns[i].TrimStart('#')), ("class", IsNumber(i) ? "number" : null)], values[i]));
        }

        _rows.Add(Html.Tag("tr", Html.Join(cells)));
        return this;
    }

    /// <param name="empty">What to say when there are no rows.</param>
    public Html ToHtml(string empty) => IsEmpty
        ? Html.Classed("p", "quiet", empty)
        : Html.Tag("div", [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", Caption)], Html.Tag(
            "table",
            Html.Tag("caption", Caption),
            Html.Tag("thead", Html.Tag("tr", Html.Join(Columns.Select((column, i) => Html.Tag("th", [("scope", "col"), ("class", IsNumber(i) ? "number" : null)], column.TrimStart('#')))))),
            Html.Tag("tbody", Html.Join(_rows))));

    private bool IsNumber(int column) => Columns[column].StartsWith('#');
}
