using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>
/// One stack on its way to a graph. Components are expanded on demand, each once: first come, first expanded, whatever it uses
/// before it. Not thread safe; each stack has its own.
/// </summary>
internal sealed class StackExpansion
{
    private readonly Dictionary<ComponentConfig, Handle?> _handles = new(ReferenceEqualityComparer.Instance);
    private readonly List<ComponentConfig> _open = [];
    private readonly Dictionary<string, StackReference> _stacks = [];

    public StackExpansion(StackModel stack, ISharedStacks shared, DiagnosticBag diagnostics)
    {
        Stack = stack;
        Shared = shared;
        Diagnostics = diagnostics;
        Foundations = new Foundations(this);
    }

    public StackModel Stack { get; }

    /// <summary>The other stacks of the repository, for checking what is shared.</summary>
    public ISharedStacks Shared { get; }

    public DiagnosticBag Diagnostics { get; }

    /// <summary>The stack itself: where components and providers go.</summary>
    public Scope Root { get; } = new();

    /// <summary>Networks, keys, identities and providers, made when first needed.</summary>
    public Foundations Foundations { get; }

    /// <summary>
    /// The name the cloud knows a thing by: team, stack and what it is, in the form its type allows. The team is left out where the
    /// stack's name begins with it; what must be unique in the world gets a hash of the organization's name too.
    /// </summary>
    public string Named(NameRule rule, params string[] parts)
    {
        var team = Stack.Config.Team;
        string[] owner = Stack.Name.StartsWith(team + "-", StringComparison.Ordinal) ? [Stack.Name] : [team, Stack.Name];
        return rule.IsGlobal ? rule.MakeGlobal(Stack.Config.Organization ?? "", [.. owner, .. parts]) : rule.Make([.. owner, .. parts]);
    }

    /// <summary>What has been expanded so far, in the order it was finished.</summary>
    public IEnumerable<Handle> Handles => _handles.Values.OfType<Handle>();

    /// <summary>A reference to another stack, one for each.</summary>
    public StackReference ReferenceTo(StackSource source)
    {
        if (!_stacks.TryGetValue(source.Stack, out var reference))
        {
            _stacks[source.Stack] = reference = Root.Add(new StackReference(source.Stack));
        }

        return reference;
    }

    /// <summary>What the referenced component offers.</summary>
    /// <exception cref="ExpansionStoppedException">It could not be expanded; the reason is among the diagnostics.</exception>
    public T HandleOf<T>(Ref reference)
        where T : Handle =>
        Stack.Components.FirstOrDefault(c => c.Name == reference.Name && reference.Target.IsInstanceOfType(c)) is { } config
            ? HandleOf<T>(config)
            : throw new ExpansionStoppedException();

    /// <inheritdoc cref="HandleOf{T}(Ref)"/>
    public T HandleOf<T>(ComponentConfig config)
        where T : Handle => Expand(config) as T ?? throw new ExpansionStoppedException();

    /// <summary>Expands a component unless it already is; null when it cannot be, for a reason given among the diagnostics.</summary>
    public Handle? Expand(ComponentConfig config)
    {
        if (_handles.TryGetValue(config, out var handle))
        {
            return handle;
        }

        if (_open.Contains(config))
        {
            Diagnostics.Add(ComponentErrors.CircularReference(config.KeySpan, _open.SkipWhile(c => c != config).Append(config).Select(c => c.Name)));
            return null;
        }

        _open.Add(config);
        handle = ExpandNew(config);
        _open.Remove(config);
        _handles[config] = handle;
        return handle;
    }

    private Handle? ExpandNew(ComponentConfig config)
    {
        var kind = ComponentCatalog.KindOf(config);
        var cloud = Stack.CloudOf(config);
        switch (kind.RealizationOf(config, Stack))
        {
            case Built built:
                try
                {
                    Foundations.Prepare(cloud);
                    PlatformRules.Check(config, kind, built, this);
                    var scope = Root.AddComponent(kind.TypeToken, config.Name, config.KeySpan, formerName: config.RenamedFrom);
                    return built.Expand(config, new ComponentContext(this, config.Name, cloud, scope));
                }
                catch (ExpansionStoppedException)
                {
                    return null;
                }

            case Refused refused:
                Diagnostics.Add(ComponentErrors.NotOnThisCloud(config.KeySpan, config.Name, kind.Name, cloud.Title(), refused.Reason, refused.Hint));
                return null;

            default:
                throw new InvalidOperationException($"The catalog says nothing of '{kind.Section}/{kind.Name}' with engine '{kind.EngineOf(config, cloud)}' on {cloud}.");
        }
    }
}
