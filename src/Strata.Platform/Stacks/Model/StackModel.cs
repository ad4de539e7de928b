using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>A stack as its files say it: resolved, bound, checked. Immutable.</summary>
/// <param name="Name">The stack's name, as in <c>Pulumi.name.yaml</c>.</param>
/// <param name="File">The stack file.</param>
public sealed record StackModel(string Name, SourceText File, StackConfig Config, ProviderSettings Providers)
{
    /// <summary>Everything with a name, section by section in the order of the layers.</summary>
    public IEnumerable<ComponentConfig> Components =>
        Config.Identities.Values.Cast<ComponentConfig>()
            .Concat(Config.Storage.Values)
            .Concat(Config.Compute.Values)
            .Concat(Config.Registries.Values);

    /// <summary>The cloud a component runs on.</summary>
    public Cloud CloudOf(ComponentConfig component) => component.Cloud ?? Config.Cloud;
}
