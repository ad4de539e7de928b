using System.Collections.Concurrent;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Rendering;
using Strata.Templating;

namespace Strata.Platform.Stacks;

/// <summary>
/// The stacks of a repository: each read, bound and expanded once, when first asked for. Safe to use from several threads.
/// </summary>
public sealed class StackRepository(IStackFiles files) : ISharedStacks
{
    private readonly StackLoader _loader = new(files);
    private readonly ConcurrentDictionary<string, Lazy<BoundStack?>> _stacks = new(StringComparer.Ordinal);

    /// <summary>All stack names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => _loader.StackNames;

    /// <summary>A stack with its problems so far; null when there is no such stack.</summary>
    public BoundStack? Bind(string name) =>
        Names.Contains(name) ? _stacks.GetOrAdd(name, n => new Lazy<BoundStack?>(() => Read(n))).Value : null;

    /// <summary>A stack's graph, or null when problems stop it; the diagnostics are all of the stack's problems in reading order.</summary>
    public (ResourceGraph? Graph, IReadOnlyList<Diagnostic> Diagnostics) Expand(string name)
    {
        if (Bind(name) is not { } bound)
        {
            return (null, []);
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound.Diagnostics);
        var graph = bound.Model is not { CanExpand: true } ? null : StackExpander.Expand(bound.Model, this, diagnostics);
        return (graph, diagnostics.Sorted());
    }

    /// <summary>The files of a stack; null when problems stop it.</summary>
    /// <param name="templates">The templates that the stack's team sees.</param>
    public (IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics) Render(string name, Func<string, TemplateLibrary> templates)
    {
        if (Bind(name) is not { } bound)
        {
            return (null, []);
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound.Diagnostics);
        var expanded = bound.Model is not { CanExpand: true } ? null : StackExpander.ExpandWhole(bound.Model, this, diagnostics);
        var files = expanded is null ? null : StackRenderer.Render(expanded, templates(bound.Model!.Config.Team), diagnostics);
        return (files, diagnostics.Sorted());
    }

    /// <summary>
    /// A stack as the Pulumi engine hands it over, which is the truth inside the program; fragments and other stacks come from the
    /// files. The same stages as <see cref="Expand"/>, so that both give the same graph.
    /// </summary>
    /// <param name="config">The values by full key: text, objects and lists as JSON, secrets in plain.</param>
    /// <param name="secretKeys">The keys whose values hold a secret.</param>
    public EngineStack ExpandFromEngine(string name, IReadOnlyDictionary<string, string> config, IReadOnlyCollection<string> secretKeys)
    {
        var diagnostics = new DiagnosticBag();
        if (_loader.LoadFromEngine(name, config, diagnostics, secretKeys) is not { } resolved)
        {
            return new EngineStack(null, diagnostics.Sorted(), new Dictionary<string, string>());
        }

        var model = StackBinder.Bind(resolved, diagnostics);
        var graph = model.CanExpand ? StackExpander.Expand(model, this, diagnostics) : null;
        return new EngineStack(graph, diagnostics.Sorted(), resolved.Secrets);
    }

    /// <summary>What is wrong between the stacks of the repository: names, namespaces and addresses that two of them have, fragments that none extends.</summary>
    public IReadOnlyList<Diagnostic> CheckTogether()
    {
        List<BoundStack> stacks = [.. Names.Select(name => Bind(name)!)];
        var diagnostics = new DiagnosticBag();
        RepositoryRules.Check([.. stacks.Where(stack => !stack.HasErrors).Select(stack => stack.Model).OfType<StackModel>()], diagnostics);
        if (stacks.TrueForAll(stack => stack.FilesRead.Count > 0))
        {
            RepositoryRules.CheckFragments(_loader.Fragments, stacks.SelectMany(stack => stack.FilesRead).ToHashSet(StringComparer.Ordinal), diagnostics);
        }

        return diagnostics.Sorted();
    }

    /// <inheritdoc/>
    public StackModel? Find(string name) => Bind(name) is { HasErrors: false, Model: { } model } ? model : null;

    private BoundStack Read(string name)
    {
        var diagnostics = new DiagnosticBag();
        var resolved = _loader.Load(name, diagnostics);
        var model = resolved is null ? null : StackBinder.Bind(resolved, diagnostics);
        if (!diagnostics.HasErrors)
        {
            diagnostics.AddRange(resolved?.WithoutEffect.Select(fragment => RuleErrors.FragmentWithoutEffect(fragment.Span, fragment.Name)) ?? []);
        }

        return new BoundStack(name, model, diagnostics.Sorted()) { FilesRead = resolved?.FilesRead ?? [] };
    }
}
