using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>A kind of component: what asks for it in a stack file, and what becomes of it on each cloud.</summary>
/// <param name="Section">The section of the stack file: <c>storage</c>.</param>
/// <param name="Name">The kind's name there: <c>objects</c>; in the upper layers the engine's: <c>airflow</c>.</param>
/// <param name="TypeToken">The component's type in the graph: <c>strata:storage:ObjectStore</c>.</param>
/// <param name="Config">The config record.</param>
internal sealed record ComponentKind(string Section, string Name, string TypeToken, Type Config)
{
    private readonly List<Realization> _realizations = [];
    private readonly Dictionary<Cloud, (bool Managed, string Why)> _preferences = [];

    /// <summary>In the order of clouds, then of engines as declared.</summary>
    public IReadOnlyList<Realization> Realizations => _realizations;

    /// <summary>The engine a config stands for on a cloud; empty for kinds without engines.</summary>
    public Func<ComponentConfig, Cloud, string> EngineOf { get; private init; } = (_, _) => "";

    /// <summary>What is known of the engine; null for kinds that are none.</summary>
    public EngineFacts? Facts { get; private init; }

    public static ComponentKind Of<TConfig>(string section, string name, string typeToken)
        where TConfig : ComponentConfig => new(section, name, typeToken, typeof(TConfig));

    /// <summary>A kind that several systems can implement.</summary>
    /// <param name="engineOf">The engine a config asks for, or the default of the cloud.</param>
    public static ComponentKind Of<TConfig>(string section, string name, string typeToken, Func<TConfig, Cloud, Enum> engineOf)
        where TConfig : ComponentConfig =>
        new(section, name, typeToken, typeof(TConfig)) { EngineOf = (config, cloud) => PropertyNames.OfChoice(engineOf((TConfig)config, cloud).ToString()) };

    /// <summary>A kind that is one system of the upper layers, run by the cloud or by the team.</summary>
    public static ComponentKind Engine<TConfig>(string section, string name, string typeToken, EngineFacts facts)
        where TConfig : PlatformComponentConfig => new(section, name, typeToken, typeof(TConfig)) { Facts = facts };

    public ComponentKind On<TConfig>(Cloud cloud, Func<TConfig, ComponentContext, Handle> expand, Enum? engine = null)
        where TConfig : ComponentConfig => Add(new Built(cloud, EngineName(engine), null, (config, context) => expand((TConfig)config, context)));

    public ComponentKind Refuse(Cloud cloud, string reason, string hint, Enum? engine = null) => Add(new Refused(cloud, EngineName(engine), null, reason, hint));

    /// <summary>The cloud can run it.</summary>
    public ComponentKind Managed<TConfig>(Cloud cloud, Func<TConfig, ComponentContext, Handle> expand)
        where TConfig : PlatformComponentConfig => Add(new Built(cloud, "", true, (config, context) => expand((TConfig)config, context)));

    /// <summary>The team can run it.</summary>
    public ComponentKind SelfHosted<TConfig>(Cloud cloud, Func<TConfig, ComponentContext, Handle> expand)
        where TConfig : PlatformComponentConfig => Add(new Built(cloud, "", false, (config, context) => expand((TConfig)config, context)));

    public ComponentKind RefuseManaged(Cloud cloud, string reason, string hint) => Add(new Refused(cloud, "", true, reason, hint));

    public ComponentKind RefuseSelfHosted(Cloud cloud, string reason, string hint) => Add(new Refused(cloud, "", false, reason, hint));

    /// <summary>It cannot be had on a cloud, whoever would run it.</summary>
    public ComponentKind RefuseBoth(Cloud cloud, string reason, string hint) => RefuseManaged(cloud, reason, hint).RefuseSelfHosted(cloud, reason, hint);

    /// <summary>Who runs it on a cloud where both can, when neither component nor stack says.</summary>
    /// <param name="why">A full sentence.</param>
    public ComponentKind Prefer(Cloud cloud, bool managed, string why)
    {
        _preferences[cloud] = (managed, why);
        return this;
    }

    /// <summary>The catalog's preference on a cloud where both can be had.</summary>
    public (bool Managed, string Why) PreferenceOn(Cloud cloud) =>
        _preferences.TryGetValue(cloud, out var preference) ? preference : throw new InvalidOperationException($"The catalog has no preference for '{Section}/{Name}' on {cloud}.");

    /// <summary>What becomes of a component of a stack; null when nobody said.</summary>
    public Realization? RealizationOf(ComponentConfig config, StackModel stack)
    {
        var cloud = stack.CloudOf(config);
        return config is PlatformComponentConfig component ? Find(cloud, BuyOrBuild.Of(this, component, stack).Managed) : RealizationOf(config, cloud);
    }

    /// <summary>What becomes of a config on a cloud, of kinds without a choice of who runs it; null when nobody said.</summary>
    public Realization? RealizationOf(ComponentConfig config, Cloud cloud)
    {
        var engine = EngineOf(config, cloud);
        return _realizations.Find(r => r.Cloud == cloud && r.Engine == engine);
    }

    /// <summary>What becomes of an engine that the cloud runs or the team does; null when nobody said.</summary>
    public Realization? Find(Cloud cloud, bool managed) => _realizations.Find(r => r.Cloud == cloud && r.Managed == managed);

    private ComponentKind Add(Realization realization)
    {
        _realizations.Add(realization);
        return this;
    }

    private static string EngineName(Enum? engine) => engine is null ? "" : PropertyNames.OfChoice(engine.ToString());
}
