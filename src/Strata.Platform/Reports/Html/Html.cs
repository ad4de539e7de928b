using System.Net;
using System.Text;

namespace Strata.Platform.Reports;

/// <summary>A piece of HTML. Text becomes one only through escaping, so that no name can be markup.</summary>
internal readonly record struct Html(string Markup)
{
    public static Html None { get; } = new("");

    public static implicit operator Html(string? text) => new(WebUtility.HtmlEncode(text ?? ""));

    /// <summary>An element. Attributes with a null value are left out; one with an empty value stands by its name alone.</summary>
    public static Html Tag(string name, (string Name, string? Value)[] attributes, params ReadOnlySpan<Html> children)
    {
        var markup = new StringBuilder().Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                markup.Append(' ').Append(attribute);
                _ = value.Length == 0 ? markup : markup.Append("=\"").Append(WebUtility.HtmlEncode(value)).Append('"');
            }
        }

        markup.Append('>');
        foreach (var child in children)
        {
            markup.Append(child.Markup);
        }

        return new Html(IsVoid(name) ? markup.ToString() : markup.Append("</").Append(name).Append('>').ToString());
    }

    public static Html Tag(string name, params ReadOnlySpan<Html> children) => Tag(name, [], children);

    public static Html Link(string url, Html text) => Tag("a", [("href", url)], text);

    public static Html Classed(string name, string css, params ReadOnlySpan<Html> children) => Tag(name, [("class", css)], children);

    public static Html Join(IEnumerable<Html> parts, string separator = "") => new(string.Join(((Html)separator).Markup, parts.Select(part => part.Markup)));

    public static Html List(IEnumerable<Html> items) => Tag("ul", Join(items.Select(item => Tag("li", item))));

    /// <summary>Data for a script of the page: JSON, in which no character can end the element.</summary>
    public static Html Data(string id, string json) => new($"<script type=\"application/json\" id=\"{WebUtility.HtmlEncode(id)}\">{json.Replace("<", "\\u003C", StringComparison.Ordinal)}</script>");

    public override string ToString() => Markup;

    private static bool IsVoid(string name) => name is "meta" or "link" or "input" or "br" or "hr";
}
