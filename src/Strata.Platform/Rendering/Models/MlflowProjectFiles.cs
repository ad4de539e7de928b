using Strata.Graph;
using Strata.Platform.Images;
using Strata.Platform.ModelStores;
using Strata.Platform.Tracking;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>
/// Steps of workflows as an MLflow project for each image they run in, so that each can be tried alone where people work, with the
/// image's own packages: <c>mlflow run rendered/STACK/projects/IMAGE -e WORKFLOW.STEP -P mode=dry</c>.
/// </summary>
/// <remarks>mlflow/mlflow: docs of v3, "MLflow Projects". MLflow puts values into commands quoted for the shell.</remarks>
internal static class MlflowProjectFiles
{
    private const string Template = "models/mlproject";

    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        var stack = context.Stack.Config;
        if (stack.Tracking is not { Engine: TrackingEngine.Mlflow } && !stack.ModelStores.Values.OfType<MlflowConfig>().Any())
        {
            yield break;
        }

        foreach (var image in stack.Images.Values)
        {
            List<(Workflow Workflow, WorkflowStep Step)> steps =
                [.. context.Expanded.Workflows.SelectMany(placed => placed.Workflow.Steps.Where(step => step.Config.Image.Name == image.Name).Select(step => (placed.Workflow, step)))];
            if (steps.Count == 0)
            {
                continue;
            }

            var folder = $"projects/{image.Name}";
            var entries = new ValueMap();
            foreach (var (workflow, step) in steps)
            {
                entries[$"{workflow.Name}.{step.Name}"] = EntryPoint(workflow, step, image);
            }

            yield return new RenderedFile($"{folder}/MLproject", YamlText.Of(new ValueMap { ["name"] = $"{context.Stack.Name}-{image.Name}", ["python_env"] = "python_env.yaml", ["entry_points"] = entries }), Template);
            yield return new RenderedFile($"{folder}/python_env.yaml", YamlText.Of(new ValueMap { ["python"] = image.Python, ["dependencies"] = Value.List("-r requirements.txt") }), Template);
            yield return new RenderedFile($"{folder}/requirements.txt", string.Concat(image.Requirements.Order(StringComparer.OrdinalIgnoreCase).Select(line => $"{line}\n")), "images/requirements");
        }
    }

    private static ValueMap EntryPoint(Workflow workflow, WorkflowStep step, ImageConfig image)
    {
        var parameters = new ValueMap();
        var words = step.Environment.Select(variable => $"{variable.Key}={Word(variable.Value)}").Concat(step.Command.Select(Word)).ToList();
        foreach (var part in step.Command.Concat(step.Environment.Select(variable => variable.Value)).SelectMany(text => text.Parts).Where(part => part is not LiteralText).Distinct())
        {
            // What nothing can be known of has to be given.
            parameters[NameOf(part)] = part is ParameterReference { Name: var name }
                ? new ValueMap { ["type"] = "string", ["default"] = workflow.Config.Parameters[name].Default }
                : (Value)new ValueMap { ["type"] = "string" };
        }

        var place = image.Source is null ? "" : $"cd \"$(git rev-parse --show-toplevel)\"/{ShellText.Quote(image.Source)} && ";
        return new() { ["parameters"] = parameters.Any() ? (Value)parameters : null, ["command"] = $"{place}{string.Join(' ', words)}" };
    }

    private static string Word(StepText text) => text.Parts is [LiteralText { Text: "" }] ? "''" : text.Write(literal => Braces(ShellText.Quote(literal)), part => $"{{{NameOf(part)}}}");

    /// <summary>Braces are where MLflow puts values; those of the command are doubled.</summary>
    private static string Braces(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>Workflows' parameters have no dashes, so that no name is there twice.</summary>
    private static string NameOf(TextPart part) => part switch
    {
        ParameterReference parameter => parameter.Name,
        OutputReference output => $"{output.Step}-{output.Output.Replace('_', '-')}",
        ItemReference => "each-item",
        _ => "run-id",
    };
}
