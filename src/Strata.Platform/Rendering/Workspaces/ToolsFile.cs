using Strata.Platform.Catalog;
using Strata.Platform.Compute;
using Strata.Platform.Images;
using Strata.Platform.Workspaces;

namespace Strata.Platform.Rendering;

/// <summary>The tools that people need for the stack, pinned for mise (mise.jdx.dev, "mise.toml"): laptops, machines and dev containers have the same.</summary>
internal static class ToolsFile
{
    /// <summary>Null without people: a stack of servers needs no tools.</summary>
    public static RenderedFile? Render(RenderContext context)
    {
        if (!context.Stack.Components.OfType<WorkspaceConfig>().Any())
        {
            return null;
        }

        List<string> tools = ["pulumi", "uv"];
        foreach (var cloud in context.Stack.Components.Select(context.Stack.CloudOf).Distinct())
        {
            tools.AddRange(cloud switch { Cloud.Aws => ["aws-cli"], Cloud.Gcp => ["gcloud"], _ => Array.Empty<string>() });
        }

        if (context.Stack.Components.OfType<Cluster>().Any())
        {
            tools.AddRange(["helm", "kubectl"]);
        }

        var python = (context.Stack.Config.Images.Values.FirstOrDefault(image => image.Use == ImageUse.Notebook) ?? new ImageConfig { Name = "" }).Python;
        var lines = tools.Select(tool => (Tool: tool, Version: DeveloperTools.VersionOf(tool))).Append((Tool: "python", Version: PatchOf(python))).OrderBy(tool => tool.Tool, StringComparer.Ordinal);
        return new RenderedFile("mise.toml", $"# 'mise install' in a folder with this file; 'mise lock' adds checksums.\n[tools]\n{string.Concat(lines.Select(tool => $"{tool.Tool} = \"{tool.Version}\"\n"))}", "workspaces/mise");
    }

    /// <summary>The release that images start from, where the catalog has one.</summary>
    private static string PatchOf(string python) => ContainerImages.All.FirstOrDefault(image => image.Key == $"python-{python}")?.Tag.Split('-')[0] ?? python;
}
