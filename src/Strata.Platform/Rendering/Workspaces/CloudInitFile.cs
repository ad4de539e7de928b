using Strata.Graph;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>What the machines of a workspace do at their first start, for cloud-init: for a machine of the same kind that the stack does not make.</summary>
internal static class CloudInitFile
{
    private const string Home = "/usr/local/sbin/mount-home";

    public static RenderedFile Render(MachineWorkspaceConfig config, RenderContext context)
    {
        var disk = context.Stack.CloudOf(config) == Cloud.Aws ? AwsMachineWorkspace.HomeDisk : GcpMachineWorkspace.HomeDisk;
        var idle = config.AlwaysOn ? null : config.IdleStop;
        List<Value> files = [File(Home, "0755", MachineSetup.Home(disk))];
        List<Value> commands = [Value.List(Home)];
        if (idle is not null)
        {
            files.AddRange([File(MachineSetup.Program, "0755", MachineSetup.IdleStop(idle)), File(MachineSetup.Service, "0644", MachineSetup.ServiceUnit), File(MachineSetup.Timer, "0644", MachineSetup.TimerUnit)]);
            commands.AddRange([Value.List("systemctl", "daemon-reload"), Value.List("systemctl", "enable", "--now", "idle-stop.timer")]);
        }

        var text = YamlText.Of(new ValueMap { ["write_files"] = Value.List(files), ["runcmd"] = Value.List(commands) });
        return new RenderedFile($"workspaces/{config.Name}.cloud-init.yaml", $"#cloud-config\n{text}", "workspaces/cloud-init");
    }

    private static Value File(string path, string permissions, string content) => new ValueMap { ["path"] = path, ["permissions"] = permissions, ["owner"] = "root:root", ["content"] = content };
}
