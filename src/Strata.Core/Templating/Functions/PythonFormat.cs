using System.Globalization;

namespace Strata.Templating;

/// <summary>Python literals: <c>None</c>, <c>True</c>, numbers, text, lists and dictionaries.</summary>
internal static class PythonFormat
{
    public static string Write(TemplateValue value, BoundedText text)
    {
        Add(value, text);
        return text.Finish();
    }

    private static void Add(TemplateValue value, BoundedText text)
    {
        switch (value)
        {
            case TemplateNull:
                text.Add("None");
                break;
            case TemplateBool flag:
                text.Add(flag.IsTrue ? "True" : "False");
                break;
            case TemplateFloat number:
                text.Add(double.IsFinite(number.Number) ? number.Text : $"float(\"{number.Number.ToString(CultureInfo.InvariantCulture)}\")");
                break;
            case TemplateText written:
                text.Add(JsonFormat.Quoted(written.Text));
                break;
            case TemplateList list:
                text.Add("[");
                for (var i = 0; i < list.Items.Length; i++)
                {
                    Add(list.Items[i], text.Add(i > 0 ? ", " : ""));
                }

                text.Add("]");
                break;
            case TemplateMap map:
                text.Add("{");
                for (var i = 0; i < map.Names.Length; i++)
                {
                    Add(map.Values[i], text.Add(i > 0 ? ", " : "").Add(JsonFormat.Quoted(map.Names[i])).Add(": "));
                }

                text.Add("}");
                break;
            default:
                text.Add(Truth.TextOf(value) ?? "None");
                break;
        }
    }
}
