using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Endpoints;

/// <summary>Somewhere a model answers. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
public abstract record EndpointConfig : PlatformComponentConfig;
