using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Tests.Yaml;

internal static class YamlReading
{
    public static (YamlNode? Node, DiagnosticBag Diagnostics) Read(string text, YamlLimits? limits = null)
    {
        var diagnostics = new DiagnosticBag();
        return (YamlReader.Read(new SourceText("a.yaml", text), diagnostics, limits), diagnostics);
    }

    public static YamlMapping ReadMap(string text)
    {
        var (node, diagnostics) = Read(text);
        Assert.Empty(diagnostics);
        return Assert.IsType<YamlMapping>(node);
    }

    public static Diagnostic ReadProblem(string text, YamlLimits? limits = null) => Assert.Single(Read(text, limits).Diagnostics);

    public static string TextOf(YamlNode? node) => Assert.IsType<YamlScalar>(node).Text;

    /// <summary>The stretch of text a node's span covers.</summary>
    public static string Written(YamlNode node) => node.Span.Source.Content[node.Span.Start..node.Span.End];

    /// <summary>The tree on one line, as JSON-like text in written order.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        null => "nothing",
        YamlScalar { IsPlain: true } plain => plain.Text.Length == 0 ? "~" : plain.Text,
        YamlScalar quoted => $"\"{quoted.Text}\"",
        YamlSequence list => $"[{string.Join(", ", list.Items.Select(Show))}]",
        YamlMapping map => $"{{{string.Join(", ", map.Entries.Select(e => $"{Show(e.Key)}: {Show(e.Value)}"))}}}",
        _ => "?",
    };
}
