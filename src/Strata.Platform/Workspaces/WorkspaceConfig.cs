using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>Somewhere people work. The <c>engine</c> may be left out where it is the same as the name.</summary>
[Union("engine")]
[Kind("jupyterhub", typeof(JupyterHubConfig))]
[Kind("sagemaker-studio", typeof(StudioConfig))]
[Kind("vertex-workbench", typeof(WorkbenchConfig))]
[Kind("colab-enterprise", typeof(ColabConfig))]
[Kind("cloud-workstations", typeof(WorkstationsConfig))]
[Kind("machine", typeof(MachineWorkspaceConfig))]
[Kind("pod", typeof(PodWorkspaceConfig))]
[Kind("devcontainer", typeof(DevcontainerConfig))]
public abstract record WorkspaceConfig : PlatformComponentConfig
{
    [Description("How long nobody may be using it before it stops. What is on its disk stays.")]
    public Duration IdleStop { get; init; } = Duration.FromMinutes(60);

    [Description("Does not stop by itself. 'allowAlwaysOn: true' has to allow it.")]
    public bool AlwaysOn { get; init; }

    [Description("Lets it be on all the time, and cost all the time.")]
    public bool AllowAlwaysOn { get; init; }

    [Description("Who has one, by name: lower-case letters, digits and dashes.")]
    [Pattern("^[a-z]([a-z0-9-]{0,18}[a-z0-9])?$", "at most 20 lower-case letters, digits and dashes, a letter first and no dash last")]
    public IReadOnlyList<string> Users { get; init; } = [];
}
