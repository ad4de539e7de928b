using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Workspaces;

/// <summary>Somewhere people work. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
public abstract record WorkspaceConfig : PlatformComponentConfig;
