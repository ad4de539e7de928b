using Strata.Diagnostics;
using Strata.Graph;
using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>Structured files are put together as values and written as YAML in one go, never pasted.</summary>
internal static class YamlText
{
    private static readonly TemplateLibrary Writer = new(new OneTemplate());

    /// <summary>One or more documents. Nothing in them may be known only later.</summary>
    public static string Of(params IEnumerable<ValueMap> documents) =>
        string.Join("---\n", documents.Select(document => Writer.Render(OneTemplate.Name, new TemplateMap(new KeyValuePair<string, TemplateValue>("value", From(document))), new DiagnosticBag())!.TrimEnd('\n') + "\n"));

    public static TemplateValue From(Value value) => value switch
    {
        TextValue text => text.Text,
        BoolValue flag => flag.IsTrue,
        NumberValue number when number.Number == Math.Floor(number.Number) => (long)number.Number,
        NumberValue number => number.Number,
        ListValue list => new TemplateList([.. list.Items.Select(From)]),
        ObjectValue map => new TemplateMap(map.Properties.Select(property => KeyValuePair.Create(property.Name, From(property.Value)))),
        NullValue => TemplateValue.Null,
        _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be written to a file."),
    };

    private sealed class OneTemplate : ITemplateLoader
    {
        public const string Name = "value";

        public IReadOnlyCollection<string> Names => [Name];

        public SourceText? Load(string name) => new("value.sbn", "{{ value | to_yaml }}");
    }
}
