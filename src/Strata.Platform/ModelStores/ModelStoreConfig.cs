using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.ModelStores;

/// <summary>Somewhere models are kept, with what is known of them. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
public abstract record ModelStoreConfig : PlatformComponentConfig;
