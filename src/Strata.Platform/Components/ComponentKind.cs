using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>A kind of component: what asks for it in a stack file, and what becomes of it on each cloud.</summary>
/// <param name="Section">The section of the stack file: <c>storage</c>.</param>
/// <param name="Name">The kind's name there: <c>objects</c>.</param>
/// <param name="TypeToken">The component's type in the graph: <c>strata:storage:ObjectStore</c>.</param>
/// <param name="Config">The config record.</param>
internal sealed record ComponentKind(string Section, string Name, string TypeToken, Type Config)
{
    private readonly List<Realization> _realizations = [];

    /// <summary>In the order of clouds, then of engines as declared.</summary>
    public IReadOnlyList<Realization> Realizations => _realizations;

    /// <summary>The engine a config stands for on a cloud; empty for kinds without engines.</summary>
    public Func<ComponentConfig, Cloud, string> EngineOf { get; private init; } = (_, _) => "";

    public static ComponentKind Of<TConfig>(string section, string name, string typeToken)
        where TConfig : ComponentConfig => new(section, name, typeToken, typeof(TConfig));

    /// <summary>A kind that several systems can implement.</summary>
    /// <param name="engineOf">The engine a config asks for, or the default of the cloud.</param>
    public static ComponentKind Of<TConfig>(string section, string name, string typeToken, Func<TConfig, Cloud, Enum> engineOf)
        where TConfig : ComponentConfig =>
        new(section, name, typeToken, typeof(TConfig)) { EngineOf = (config, cloud) => PropertyNames.OfChoice(engineOf((TConfig)config, cloud).ToString()) };

    public ComponentKind On<TConfig>(Cloud cloud, Func<TConfig, ComponentContext, Handle> expand, Enum? engine = null)
        where TConfig : ComponentConfig
    {
        _realizations.Add(new Built(cloud, EngineName(engine), (config, context) => expand((TConfig)config, context)));
        return this;
    }

    public ComponentKind Refuse(Cloud cloud, string reason, string hint, Enum? engine = null)
    {
        _realizations.Add(new Refused(cloud, EngineName(engine), reason, hint));
        return this;
    }

    /// <summary>What becomes of a config on a cloud; null when nobody said.</summary>
    public Realization? RealizationOf(ComponentConfig config, Cloud cloud)
    {
        var engine = EngineOf(config, cloud);
        return _realizations.Find(r => r.Cloud == cloud && r.Engine == engine);
    }

    private static string EngineName(Enum? engine) => engine is null ? "" : PropertyNames.OfChoice(engine.ToString());
}
