using Strata.Platform.Compute;
using Strata.Platform.Endpoints;
using Strata.Platform.FeatureStores;
using Strata.Platform.Foundation;
using Strata.Platform.ModelStores;
using Strata.Platform.Registries;
using Strata.Platform.Schedulers;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Components;

/// <summary>All kinds of components there are, in the order of the layers.</summary>
internal static class ComponentCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } =
    [
        .. FoundationCatalog.Kinds,
        .. StorageCatalog.Kinds,
        .. ComputeCatalog.Kinds,
        .. RegistryCatalog.Kinds,
        .. WorkspaceCatalog.Kinds,
        .. SchedulerCatalog.Kinds,
        .. FeatureStoreCatalog.Kinds,
        .. ModelStoreCatalog.Kinds,
        .. EndpointCatalog.Kinds,
    ];

    private static readonly Dictionary<Type, ComponentKind> ByConfig = Kinds.ToDictionary(kind => kind.Config);

    public static ComponentKind KindOf(ComponentConfig config) => ByConfig[config.GetType()];
}
