using System.Collections.Concurrent;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Costs;
using Strata.Platform.Policies;
using Strata.Platform.Rendering;
using Strata.Platform.Reports;
using Strata.Templating;

namespace Strata.Platform.Stacks;

/// <summary>
/// The stacks of a repository: each read, bound and expanded once, when first asked for. Safe to use from several threads.
/// </summary>
public sealed class StackRepository : ISharedStacks
{
    private readonly StackLoader _loader;
    private readonly ConcurrentDictionary<string, Lazy<BoundStack?>> _stacks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<(ResolvedStack?, IReadOnlyList<Diagnostic>)>> _resolved = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _shared = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _names;

    public StackRepository(IStackFiles files)
    {
        _loader = new StackLoader(files);
        _names = new Lazy<HashSet<string>>(() => [.. _loader.StackNames]);
    }

    /// <summary>The sections of a stack file that components stand in, in the order of the layers.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. ComponentCatalog.Kinds.Select(kind => kind.Section).Distinct()];

    /// <summary>All stack names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => _loader.StackNames;

    /// <summary>A stack with its problems so far; null when there is no such stack.</summary>
    public BoundStack? Bind(string name) =>
        Has(name) ? _stacks.GetOrAdd(name, n => new Lazy<BoundStack?>(() => Read(n))).Value : null;

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

    /// <summary>
    /// The files of a stack, or null when problems stop it; and the paths of all stack files and fragments that they were made from.
    /// </summary>
    /// <param name="templates">The templates that the stack's team sees.</param>
    public (IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<string> FilesRead) Render(string name, Func<string, TemplateLibrary> templates)
    {
        if (Bind(name) is not { } bound)
        {
            return (null, [], []);
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound.Diagnostics);
        var shared = new AskedStacks(this);
        var expanded = bound.Model is not { CanExpand: true } ? null : StackExpander.ExpandWhole(bound.Model, shared, diagnostics);
        var files = expanded is null ? null : StackRenderer.Render(expanded, templates(bound.Model!.Config.Team), diagnostics);
        return (files, diagnostics.Sorted(), [.. bound.FilesRead.Concat(shared.Asked.SelectMany(FilesOf)).Distinct()]);
    }

    /// <summary>A stack as the report shows it, with whatever of it could be made.</summary>
    /// <param name="today">The day that waivers expire by.</param>
    public ReportStack Report(string name, PriceTable prices, DateOnly today)
    {
        var bound = Bind(name);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound?.Diagnostics ?? []);
        var expanded = bound?.Model is { CanExpand: true } model ? StackExpander.ExpandWhole(model, this, diagnostics) : null;
        return expanded is null
            ? new ReportStack(name, bound?.Model, null, diagnostics.Sorted(), null, [])
            : new ReportStack(name, bound!.Model, expanded, diagnostics.Sorted(), CostCalculator.Of(bound.Model!, expanded.Graph, prices), PolicyChecker.Check(bound.Model!, expanded.Graph, today));
    }

    /// <summary>A stack's graph and its files in one go. Problems of rendering alone are apart: they stop the files and not the graph.</summary>
    internal (ResourceGraph? Graph, IReadOnlyList<RenderedFile>? Files, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Diagnostic> RenderProblems) ExpandAndRender(
        string name, Func<string, TemplateLibrary> templates)
    {
        if (Bind(name) is not { } bound)
        {
            return (null, null, [], []);
        }

        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(bound.Diagnostics);
        if (bound.Model is not { CanExpand: true } || StackExpander.ExpandWhole(bound.Model, this, diagnostics) is not { } expanded)
        {
            return (null, null, diagnostics.Sorted(), []);
        }

        var problems = new DiagnosticBag();
        IReadOnlyList<RenderedFile>? files = null;
        try
        {
            files = StackRenderer.Render(expanded, templates(bound.Model.Config.Team), problems);
        }
        catch (ArgumentException e) when (e.ParamName == "name")
        {
            problems.Add(StackErrors.NoTemplate(e.Message.Split(" (Parameter")[0])); // One that the program needs was taken away.
        }

        return (expanded.Graph, files, diagnostics.Sorted(), problems.Sorted());
    }

    /// <summary>A stack's configuration with everything it extends, and the problems of reading it; null when there is no such stack.</summary>
    public (ResolvedStack? Resolved, IReadOnlyList<Diagnostic> Diagnostics)? Resolve(string name) =>
        Has(name) ? Loaded(name) : null;

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
    public StackModel? Find(string name)
    {
        _shared[name] = true;
        return Bind(name) is { HasErrors: false, Model: { } model } ? model : null;
    }

    /// <summary>Forgets what was read of a stack, unless others have asked for it: work on thousands that needs each once need not hold them all.</summary>
    public void Release(string name)
    {
        if (!_shared.ContainsKey(name))
        {
            _stacks.TryRemove(name, out _);
            _resolved.TryRemove(name, out _);
        }
    }

    /// <summary>At least the stack file, even of a stack that could not be read.</summary>
    private IEnumerable<string> FilesOf(string name) => (Bind(name)?.FilesRead ?? []).Prepend(StackPaths.OfStack(name));

    private bool Has(string name) => _names.Value.Contains(name);

    private BoundStack Read(string name)
    {
        var (resolved, problems) = Loaded(name);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(problems);
        var model = resolved is null ? null : StackBinder.Bind(resolved, diagnostics);
        if (!diagnostics.HasErrors)
        {
            diagnostics.AddRange(resolved?.WithoutEffect.Select(fragment => RuleErrors.FragmentWithoutEffect(fragment.Span, fragment.Name)) ?? []);
        }

        return new BoundStack(name, model, diagnostics.Sorted()) { FilesRead = resolved?.FilesRead ?? [] };
    }

    private (ResolvedStack? Resolved, IReadOnlyList<Diagnostic> Diagnostics) Loaded(string name) =>
        _resolved.GetOrAdd(name, n => new Lazy<(ResolvedStack?, IReadOnlyList<Diagnostic>)>(() =>
        {
            var diagnostics = new DiagnosticBag();
            return (_loader.Load(n, diagnostics), diagnostics.Sorted());
        })).Value;
}
