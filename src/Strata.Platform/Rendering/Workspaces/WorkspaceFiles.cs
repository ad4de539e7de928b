using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>What people need on their own machines to work in a workspace.</summary>
internal static class WorkspaceFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        List<DevcontainerConfig> containers = [.. context.Stack.Components.OfType<DevcontainerConfig>()];
        foreach (var container in containers)
        {
            // Editors look for one container in the folder itself, and for several in folders below it.
            foreach (var file in DevcontainerFiles.Render(container, containers.Count == 1 ? ".devcontainer" : $".devcontainer/{container.Name}", context))
            {
                yield return file;
            }
        }

        foreach (var machine in context.Stack.Components.OfType<MachineWorkspaceConfig>())
        {
            if (MachineFiles.Render(machine, context) is { } file)
            {
                yield return file;
            }

            yield return CloudInitFile.Render(machine, context);
        }

        foreach (var hub in context.Stack.Components.OfType<JupyterHubConfig>())
        {
            if (HubValuesFile.Render(hub, context) is { } values)
            {
                yield return values;
            }
        }

        foreach (var file in NotebookRunnerFiles.Render(context))
        {
            yield return file;
        }

        if (ToolsFile.Render(context) is { } tools)
        {
            yield return tools;
        }
    }
}
