namespace Strata.Platform.Workflows;

/// <summary>A workflow as its scheduler's renderer needs it: texts and conditions read, steps in an order they can run in.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Steps">Each after what it needs; steps that could run side by side in the order of their names.</param>
public sealed record Workflow(WorkflowConfig Config, IReadOnlyList<WorkflowStep> Steps)
{
    public string Name => Config.Name;

    public WorkflowStep Step(string name) => Steps.First(step => step.Name == name);

    /// <summary>The steps that no other step waits for.</summary>
    public IEnumerable<WorkflowStep> Last => Steps.Where(step => !Steps.Any(other => other.Needs.Contains(step.Name)));
}

/// <summary>One step of a workflow.</summary>
/// <param name="Command">The words of the command.</param>
/// <param name="Environment">Variables by name, in ordinal order.</param>
/// <param name="Needs">The steps it waits for, in ordinal order.</param>
/// <param name="When">Runs only if this holds; null for always.</param>
/// <param name="ForEach">The list whose items it runs once for each of; null for once.</param>
public sealed record WorkflowStep(
    string Name,
    StepConfig Config,
    IReadOnlyList<StepText> Command,
    IReadOnlyList<KeyValuePair<string, StepText>> Environment,
    IReadOnlyList<string> Needs,
    Condition? When,
    OutputReference? ForEach)
{
    /// <summary>The steps it waits for and those whose outputs it reads, in ordinal order.</summary>
    public IEnumerable<string> Uses => Needs
        .Concat(Command.Concat(Environment.Select(variable => variable.Value)).SelectMany(text => text.Parts)
            .Concat(When is null ? [] : Comparisons.In(When).Select(comparison => comparison.Left))
            .OfType<OutputReference>().Select(output => output.Step))
        .Concat(ForEach is null ? [] : [ForEach.Step])
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
