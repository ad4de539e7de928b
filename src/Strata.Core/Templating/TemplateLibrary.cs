using System.Collections.Concurrent;
using Strata.Diagnostics;

namespace Strata.Templating;

/// <summary>
/// Renders the templates of a loader. Reads each template once; safe to use from several threads. The one class to change where the
/// Scriban package takes the interpreter's place.
/// </summary>
public sealed class TemplateLibrary(ITemplateLoader loader, TemplateLimits? limits = null)
{
    private readonly ConcurrentDictionary<string, Template?> _templates = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => loader.Names;

    internal TemplateLimits Limits { get; } = limits ?? TemplateLimits.Default;

    /// <summary>The template of a name; null when there is none.</summary>
    public Template? Find(string name) =>
        _templates.GetOrAdd(name, static (name, library) => library.Load(name), this);

    /// <summary>
    /// What a template makes of a model; null when there are problems, which are then in <paramref name="diagnostics"/>. Never throws,
    /// whatever the template; the same template and model give the same text.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such template: that is the caller's mistake, not a template's.</exception>
    public string? Render(string name, TemplateMap model, DiagnosticBag diagnostics) =>
        Find(name) is { } template
            ? new Interpreter(this, diagnostics).Render(template, model)
            : throw new ArgumentException($"There is no template '{name}'.", nameof(name));

    private Template? Load(string name) => loader.Load(name) is { } source ? Template.Parse(source, Limits) : null;
}
