using Strata.Diagnostics;
using Strata.Templating;
using Strata.Text;

namespace Strata.Tests.Templating;

/// <summary>Templates by name, for tests.</summary>
internal sealed class TemplateRendering(IReadOnlyDictionary<string, string> templates) : ITemplateLoader
{
    /// <summary>What the tests' templates are given.</summary>
    public static TemplateMap Model { get; } = new(
        new("name", "fraud"),
        new("schedule", TemplateValue.Null),
        new("retries", 2),
        new("ratio", 0.5),
        new("steps", TemplateValue.List(Step("pull", []), Step("train", ["pull"]))),
        new("labels", new TemplateMap(new("team", "fraud"), new("cost-center", "12"))));

    public IReadOnlyCollection<string> Names => [.. templates.Keys];

    public SourceText? Load(string name) => templates.TryGetValue(name, out var text) ? new SourceText(name, text) : null;

    /// <summary>The text of a template that must be right.</summary>
    public static string Render(string template, params (string Name, string Text)[] others)
    {
        var (text, diagnostics) = TryRender(template, null, others);
        Assert.True(text is not null, string.Join('\n', diagnostics));
        Assert.Empty(diagnostics);
        return text;
    }

    /// <summary>The code and the sentence of a template's only problem.</summary>
    public static string Problem(string template, TemplateLimits? limits = null, params (string Name, string Text)[] others)
    {
        var (text, diagnostics) = TryRender(template, limits, others);
        Assert.Null(text);
        return Assert.Single(diagnostics).ToString();
    }

    public static (string? Text, DiagnosticBag Diagnostics) TryRender(string template, TemplateLimits? limits, params (string Name, string Text)[] others)
    {
        var diagnostics = new DiagnosticBag();
        var templates = others.Append(("main.sbn", template)).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var text = new TemplateLibrary(new TemplateRendering(templates), limits).Render("main.sbn", Model, diagnostics);
        Assert.Equal(diagnostics.HasErrors, text is null);
        return (text, diagnostics);
    }

    private static TemplateMap Step(string name, string[] needs) => new(
        new("name", name), new("needs", TemplateValue.List(needs.Select(need => (TemplateValue)need))), new("pool", TemplateValue.Null));
}
