using Strata.Diagnostics;
using Strata.Graph;
using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>A structured file as JSON.</summary>
internal static class JsonText
{
    private static readonly TemplateLibrary Writer = new(new OneTemplate());

    /// <summary>Nothing in it may be known only later.</summary>
    public static string Of(ValueMap document) =>
        Writer.Render(OneTemplate.Name, new TemplateMap(new KeyValuePair<string, TemplateValue>("value", YamlText.From(document))), new DiagnosticBag())!.TrimEnd('\n') + "\n";

    private sealed class OneTemplate : ITemplateLoader
    {
        public const string Name = "value";

        public IReadOnlyCollection<string> Names => [Name];

        public SourceText? Load(string name) => new("value.sbn", "{{ value | to_json 2 }}");
    }
}
