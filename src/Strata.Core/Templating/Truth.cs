using System.Globalization;

namespace Strata.Templating;

/// <summary>Values as conditions and as text.</summary>
internal static class Truth
{
    /// <summary>As in Scriban only null and false are false: 0, empty text and empty lists are true.</summary>
    public static bool Of(TemplateValue value) => value is not (TemplateNull or TemplateBool { IsTrue: false });

    /// <summary>The text of a value that has one; null for null, lists, maps and functions.</summary>
    public static string? TextOf(TemplateValue value) => value switch
    {
        TemplateText text => text.Text,
        TemplateInteger whole => whole.Number.ToString(CultureInfo.InvariantCulture),
        TemplateFloat number => number.Text,
        TemplateBool flag => flag.IsTrue ? "true" : "false",
        _ => null,
    };
}
