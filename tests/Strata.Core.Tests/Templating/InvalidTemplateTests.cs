using System.Text;
using Strata.Diagnostics;
using Strata.Templating;
using Strata.Text;

namespace Strata.Tests.Templating;

/// <summary>Broken templates with their problems under their lines. A case is a folder of tests/Golden/invalid-templates; template.sbn is rendered.</summary>
public sealed class InvalidTemplateTests
{
    public static TheoryData<string> Cases => Golden.Cases("invalid-templates");

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_broken_template_is_told_all_that_is_wrong_with_it(string name)
    {
        var folder = Repository.PathOf($"tests/Golden/invalid-templates/{name}");
        var templates = Directory.GetFiles(folder, "*.sbn").Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        var diagnostics = new DiagnosticBag();
        Assert.Null(new TemplateLibrary(new TemplateRendering(templates)).Render("template.sbn", TemplateRendering.Model, diagnostics));
        Assert.True(diagnostics.HasErrors);
        Golden.Check($"invalid-templates/{name}/diagnostics.txt", string.Join("\n", templates.Select(template => Annotated(template.Key, template.Value, diagnostics))));
    }

    [Fact]
    public void There_are_at_least_forty_cases() => Assert.True(Cases.Count >= 40);

    private static string Annotated(string name, string content, DiagnosticBag diagnostics)
    {
        var source = new SourceText(name, content);
        var text = new StringBuilder($"== {name}\n");
        for (var line = 1; line == 1 || source.OffsetOf(line) < content.Length; line++)
        {
            text.Append(source.LineAt(line)).Append('\n');
            foreach (var problem in diagnostics.Sorted().Where(d => d.Span is { } span && span.Source.Path == name && span.StartPosition.Line == line))
            {
                var (_, column) = problem.Span!.Value.StartPosition;
                var end = problem.Span.Value.EndPosition;
                var marks = Math.Max(1, (end.Line > line ? source.LineAt(line).Length + 1 : end.Column) - column);
                text.Append(' ', column - 1).Append('^').Append('~', marks - 1).Append($" error {problem.Code}: {problem.Message}\n");
            }
        }

        return text.ToString();
    }
}
