using Strata.Platform.Components;

namespace Strata.Platform.Workspaces;

/// <summary>The engines of workspaces, and what becomes of each on each cloud.</summary>
internal static class WorkspaceCatalog
{
    public static IReadOnlyList<ComponentKind> Kinds { get; } = [JupyterHub.Kind, Studio.Kind, Workbench.Kind, Colab.Kind, Workstations.Kind, MachineWorkspace.Kind, PodWorkspace.Kind, Devcontainer.Kind];
}
