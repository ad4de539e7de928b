using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;

namespace Strata.Platform.Reports;

/// <summary>The workflows of a stack as pictures, with their steps.</summary>
internal static class WorkflowSection
{
    public static Html Of(ExpandedStack stack) => stack.Workflows.Count == 0
        ? Html.None
        : Html.Tag("section", Html.Tag("h2", "Workflows"), Html.Join(stack.Workflows.Select(Workflow)));

    private static Html Workflow(PlacedWorkflow placed)
    {
        var (workflow, config) = (placed.Workflow, placed.Workflow.Config);
        var table = new HtmlTable($"Steps of {workflow.Name}", ["Step", "Command", "Runs when", "Retries", "Gives out"]);
        foreach (var step in workflow.Steps)
        {
            table.Add(
                step.Name,
                Html.Tag("code", string.Join(' ', step.Config.Command)),
                step switch
                {
                    { Config.When: { } condition } => condition,
                    { Config.ForEach: { } list } => $"for each of {list}",
                    _ => "",
                },
                step.Config.Retries > 0 ? step.Config.Retries.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
                string.Join(", ", step.Config.Outputs.Concat(step.Config.Artifacts)));
        }

        var schedule = config.Schedule is { } cron ? $"{cron} in {config.TimeZone}" : config.On is not null ? "when something happens" : "when somebody starts it";
        return Html.Tag(
            "article",
            [("id", $"workflow-{workflow.Name}")],
            Html.Tag("h3", workflow.Name),
            config.Description is { } description ? Html.Tag("p", description) : Html.None,
            Html.Classed("p", "quiet", $"Runs {schedule} on {placed.Scheduler.Config.Name} ({PropertyNames.OfChoice(placed.Scheduler.Engine.ToString())})."),
            DrawingFigure.Of($"workflow-{workflow.Name}-drawing", $"Steps of {workflow.Name}", WorkflowDrawing.Of(placed), "followed by"),
            table.ToHtml(""));
    }
}
