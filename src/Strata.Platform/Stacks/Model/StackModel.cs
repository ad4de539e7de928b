using System.Runtime.CompilerServices;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>A stack as its files say it: resolved, bound, checked. Immutable.</summary>
/// <param name="Name">The stack's name, as in <c>Pulumi.name.yaml</c>.</param>
/// <param name="File">The stack file.</param>
public sealed record StackModel(string Name, SourceText File, StackConfig Config, ProviderSettings Providers)
{
    /// <summary>Put together once: everything asks for them.</summary>
    private static readonly ConditionalWeakTable<StackConfig, IReadOnlyList<ComponentConfig>> Listed = [];

    /// <summary>True when only single components have errors, so that the others can be expanded and checked.</summary>
    internal bool CanExpand { get; init; } = true;

    /// <summary>Everything with a name that could be bound, section by section in the order of the layers.</summary>
    public IEnumerable<ComponentConfig> Components => AllComponents.Where(c => !c.IsBroken);

    /// <summary>Everything with a name, errors or not.</summary>
    internal IReadOnlyList<ComponentConfig> AllComponents => Listed.GetValue(Config, static config =>
    [
        .. config.Identities.Values,
        .. config.Storage.Values,
        .. config.Compute.Values,
        .. config.Registries.Values,
        .. config.Workspaces.Values,
        .. config.Schedulers.Values,
        .. config.FeatureStores.Values,
        .. config.ModelStores.Values,
        .. config.Endpoints.Values,
    ]);

    /// <summary>Everything that can be referred to by name: components, images and workflows, errors or not.</summary>
    internal IEnumerable<NamedConfig> Named => AllComponents.Cast<NamedConfig>().Concat(Config.Images.Values).Concat(Config.Workflows.Values);

    /// <summary>The cloud a component runs on.</summary>
    public Cloud CloudOf(ComponentConfig component) => component.Cloud ?? Config.Cloud;
}
