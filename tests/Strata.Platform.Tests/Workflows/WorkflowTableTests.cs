using System.Text;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;

namespace Strata.Platform.Tests.Workflows;

/// <summary>Writes docs/workflows.md: what each scheduler can do of what a workflow can ask, from the table that stacks are checked by.</summary>
public sealed class WorkflowTableTests
{
    [Fact]
    public void The_table_of_features_is_what_stacks_are_checked_by()
    {
        var text = new StringBuilder("""
            # Workflows

            One definition under `strata:workflows`, and any of these schedulers runs it. A workflow that asks for what its scheduler cannot do is an
            error at its line, with the reason and the schedulers that can. This page is written by a test from the table that stacks are checked by.

            A step writes each of its outputs to a file of that name in the folder that `$STRATA_OUTPUTS` names, and what it hands on below
            `$STRATA_ARTIFACTS`, where steps that need it find it at the same name, or in a folder of the step's name where two have one of that name;
            a step that runs for each item of a list puts the files of all runs together. `$STRATA_RUN` tells one run from all others.

            | feature |
            """);
        var engines = Enum.GetValues<WorkflowEngine>();
        text.AppendJoin("", engines.Select(engine => $" {Word(engine)} |")).Append("\n| --- |").Insert(text.Length, " --- |", engines.Length).Append('\n');
        foreach (var feature in Enum.GetValues<WorkflowFeature>())
        {
            text.Append($"| {EngineCapabilities.NameOf(feature)} |").AppendJoin("", engines.Select(engine => EngineCapabilities.Of(engine, feature) is { Can: true } can ? $" {can.How} |" : " – |")).Append('\n');
        }

        text.Append("\n## What is refused, and why\n");
        foreach (var engine in engines)
        {
            var refused = Enum.GetValues<WorkflowFeature>().Where(feature => !EngineCapabilities.Of(engine, feature).Can).ToList();
            if (refused.Count > 0)
            {
                text.Append($"\n### {Word(engine)}\n\n").AppendJoin("", refused.Select(feature => $"* {EngineCapabilities.NameOf(feature)}: {EngineCapabilities.Of(engine, feature).How}\n"));
            }
        }

        Golden.CheckFile("docs/workflows.md", text.ToString());
    }

    [Fact]
    public void Reasons_are_full_sentences() => Assert.All(
        from engine in Enum.GetValues<WorkflowEngine>() from feature in Enum.GetValues<WorkflowFeature>() let can = EngineCapabilities.Of(engine, feature) where !can.Can select can.How,
        reason => Assert.EndsWith(".", reason, StringComparison.Ordinal));

    private static string Word(WorkflowEngine engine) => PropertyNames.OfChoice(engine.ToString());
}
