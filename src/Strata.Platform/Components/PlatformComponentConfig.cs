using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.Components;

/// <summary>A component of the upper layers: a system, the <c>engine</c>, that the cloud runs (buy) or the team does (build).</summary>
public abstract record PlatformComponentConfig : ComponentConfig
{
    [Description("Whether the cloud runs it. When left out, 'prefer' of the stack or the catalog's preference for the engine decides; 'strata explain' says why.")]
    public bool? Managed { get; init; }
}
