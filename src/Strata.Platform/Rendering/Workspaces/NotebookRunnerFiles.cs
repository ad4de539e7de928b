using Strata.Graph;
using Strata.Platform.Images;
using Strata.Platform.Workflows;
using Strata.Platform.Workspaces;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A program that runs a notebook once for each set of parameters, with Papermill, and the sets that the stack's workflows give.</summary>
internal static class NotebookRunnerFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        // Everyone who has a workspace has notebooks in it; so has a stack with an image for them.
        if (!context.Stack.Components.OfType<WorkspaceConfig>().Any() && context.Stack.Config.Images.Values.All(image => image.Use != ImageUse.Notebook))
        {
            yield break;
        }

        if (context.File("workspaces/run_notebook.py", "workspaces/run_notebook.py.sbn", TemplateMap.Empty) is { } runner)
        {
            yield return runner;
        }

        yield return new RenderedFile("workspaces/parameters.yaml", YamlText.Of(Sets(context)), "workspaces/parameters");
    }

    /// <summary>A workflow's parameters as they are when nobody says otherwise, and once with each other choice.</summary>
    private static ValueMap Sets(RenderContext context)
    {
        var sets = new ValueMap();
        foreach (var config in context.Expanded.Workflows.Select(workflow => workflow.Workflow.Config).Where(config => config.Parameters.Count > 0))
        {
            sets[config.Name] = Set(config, null, null);
            foreach (var (name, parameter) in config.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                foreach (var choice in parameter.Choices.Where(choice => choice != parameter.Default))
                {
                    sets[$"{config.Name}-{name}-{choice}"] = Set(config, name, choice);
                }
            }
        }

        if (!sets.Any())
        {
            sets["default"] = new ValueMap();
        }

        return sets;
    }

    private static ValueMap Set(WorkflowConfig config, string? changed, string? choice)
    {
        var set = new ValueMap();
        foreach (var (name, parameter) in config.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            set[name] = name == changed ? choice : parameter.Default;
        }

        return set;
    }
}
