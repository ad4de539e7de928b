using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.FeatureStores;

/// <summary>Somewhere features are defined, kept and served. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
public abstract record FeatureStoreConfig : PlatformComponentConfig;
