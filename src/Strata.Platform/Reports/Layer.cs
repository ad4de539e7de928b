using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Reports;

/// <summary>One of the four layers of an ML platform.</summary>
/// <param name="Sections">The sections of a stack file that belong to it.</param>
internal sealed record Layer(string Title, IReadOnlyList<string> Sections)
{
    public static IReadOnlyList<Layer> All { get; } =
    [
        new("Development environment", ["workspaces"]),
        new("ML platform", ["featureStores", "modelStores", "endpoints"]),
        new("Resource management", ["schedulers"]),
        new("Storage and compute", ["storage", "compute", "registries", "identities"]),
    ];

    public static Layer Of(ComponentKind kind) => All.First(layer => layer.Sections.Contains(kind.Section));

    /// <summary>The components of a stack that belong to it, in the order of the sections.</summary>
    public IEnumerable<(ComponentConfig Config, ComponentKind Kind)> In(StackModel stack) =>
        from section in Sections
        from component in stack.Components
        let kind = ComponentCatalog.KindOf(component)
        where kind.Section == section
        select (component, kind);
}
