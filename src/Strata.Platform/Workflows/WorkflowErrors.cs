using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Workflows;

/// <summary>Problems of workflows.</summary>
public static class WorkflowErrors
{
    public static Diagnostic NoSteps(SourceSpan? at, string workflow) => Diagnostic.Error("STR901", at,
        $"The workflow '{workflow}' has no steps. Add one under 'steps:' with an image and a command.");

    public static Diagnostic UnknownNeed(SourceSpan? at, string step, string need, IReadOnlyCollection<string> steps) => Diagnostic.Error("STR902", at,
        $"'{step}' needs '{need}', which is no step of the workflow.{Suggestion.For(need, steps)} Add it under 'steps:', or take it out of 'needs'.");

    public static Diagnostic StepsInCircle(SourceSpan? at, IEnumerable<string> circle) => Diagnostic.Error("STR903", at,
        $"Steps wait for each other in a circle: {string.Join(" -> ", circle)}. Remove one of these needs.");

    /// <param name="problem">A clause.</param>
    public static Diagnostic BadText(SourceSpan? at, string step, string text, string problem) => Diagnostic.Error("STR904", at,
        $"'{text}' of '{step}' cannot be read: {problem}.");

    /// <param name="problem">A clause.</param>
    public static Diagnostic BadCondition(SourceSpan? at, string step, string text, string problem) => Diagnostic.Error("STR905", at,
        $"The condition \"{text}\" of '{step}' cannot be read: {problem}. Write it like \"compare.winner == 'a' and parameters.mode != 'dry'\".");

    public static Diagnostic UnknownParameter(SourceSpan? at, string step, string parameter, IReadOnlyCollection<string> parameters) => Diagnostic.Error("STR906", at,
        $"'{step}' uses the parameter '{parameter}', which the workflow does not have.{Suggestion.For(parameter, parameters)} Add it under 'parameters:' with a default.");

    public static Diagnostic UnknownStep(SourceSpan? at, string step, string other, IReadOnlyCollection<string> steps) => Diagnostic.Error("STR907", at,
        $"'{step}' uses an output of '{other}', which is no step of the workflow.{Suggestion.For(other, steps)} Name a step that runs before.");

    public static Diagnostic UnknownOutput(SourceSpan? at, string step, string other, string output, IReadOnlyCollection<string> outputs) => Diagnostic.Error("STR908", at,
        $"'{step}' uses '{other}.{output}', and '{other}' gives out no '{output}'.{Suggestion.For(output, outputs)} Add it to 'outputs' of '{other}'.");

    public static Diagnostic NotAwaited(SourceSpan? at, string step, string other) => Diagnostic.Error("STR909", at,
        $"'{step}' uses an output of '{other}' and does not wait for it. Add '{other}' to 'needs' of '{step}'.");

    public static Diagnostic ItemWithoutList(SourceSpan? at, string step) => Diagnostic.Error("STR910", at,
        $"'{step}' uses ${{item}} and runs only once. Add 'forEach: step.output' with the list it is to go through.");

    public static Diagnostic OutputOfMany(SourceSpan? at, string step, string other) => Diagnostic.Error("STR911", at,
        $"'{step}' uses an output of '{other}', which runs once for each item of a list and so has many. Let '{other}' write to the store, or gather what it makes in 'artifacts'.");

    public static Diagnostic ReservedVariable(SourceSpan? at, string step, string variable) => Diagnostic.Error("STR912", at,
        $"'{variable}' of '{step}' is a name that schedulers fill in themselves. Choose a name that does not begin with STRATA_.");

    public static Diagnostic BadVariable(SourceSpan? at, string step, string variable) => Diagnostic.Error("STR913", at,
        $"'{variable}' of '{step}' cannot be the name of an environment variable. Use letters, digits and underscores, a letter first.");

    public static Diagnostic VariableTwice(SourceSpan? at, string step, string variable) => Diagnostic.Error("STR914", at,
        $"'{step}' sets '{variable}' under 'environment' and under 'secrets'. Remove one of them.");

    public static Diagnostic DefaultNotAmongChoices(SourceSpan? at, string parameter, string value, IReadOnlyCollection<string> choices) => Diagnostic.Error("STR915", at,
        $"The default '{value}' of '{parameter}' is not among its choices.{Suggestion.For(value, choices)} Use one of them, or add it to 'choices'.");

    public static Diagnostic LongerThanWorkflow(SourceSpan? at, string step, string timeout, string whole) => Diagnostic.Error("STR916", at,
        $"'{step}' may take {timeout}, and the whole workflow {whole}. Lower the one or raise the other.");

    public static Diagnostic WithoutSchedule(SourceSpan? at, string workflow, string property) => Diagnostic.Error("STR917", at,
        $"'{property}' of '{workflow}' is about a schedule, and it has none. Add 'schedule:', or remove '{property}'.");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic NotWithThisEngine(SourceSpan? at, string workflow, string feature, string engine, string reason, IReadOnlyCollection<string> others) => Diagnostic.Error("STR918", at,
        $"'{workflow}' uses {feature}, which {engine} cannot do. {reason} Schedulers that can: {string.Join(", ", others)}.");

    public static Diagnostic NotAWorkflowEngine(SourceSpan? at, string workflow, string scheduler, string engine, IReadOnlyCollection<string> engines) => Diagnostic.Error("STR919", at,
        $"'{workflow}' names '{scheduler}', and {engine} runs jobs and no workflows. Name a scheduler with one of the engines {string.Join(", ", engines)}.");

    public static Diagnostic PoolElsewhere(SourceSpan? at, string step, string pool, string there, string scheduler, string here) => Diagnostic.Error("STR920", at,
        $"'{step}' is to run on '{pool}', a pool of {there}, and '{scheduler}' runs its steps in {here}. Name a pool there.");

    public static Diagnostic NoEvents(SourceSpan? at, string workflow, string store) => Diagnostic.Error("STR921", at,
        $"'{workflow}' starts with new objects of '{store}', which tells nobody of them. Add 'events: true' to '{store}'.");

    public static Diagnostic AfterItself(SourceSpan? at, string workflow) => Diagnostic.Error("STR922", at,
        $"'{workflow}' starts after itself. Name another workflow, or remove 'after'.");

    public static Diagnostic TooManyGpus(SourceSpan? at, string step, int asked, string pool, int there) => Diagnostic.Error("STR923", at,
        $"'{step}' asks for {asked} GPUs, and a machine of '{pool}' has {there}. Ask for {there} at most, or name a pool with larger machines.");

    public static Diagnostic NoQueueFits(SourceSpan? at, string step, string scheduler, string need, IReadOnlyCollection<string> queues) => Diagnostic.Error("STR924", at,
        $"'{step}' needs {need}, and '{scheduler}' runs steps in batch queues, of which {(queues.Count == 0 ? "the stack has none" : $"none has it: {string.Join(", ", queues)}")}. Add one under 'compute:' with 'kind: batch' and such a machine.");

    public static Diagnostic SeveralQueuesFit(SourceSpan? at, string step, IReadOnlyCollection<string> queues) => Diagnostic.Error("STR925", at,
        $"'{step}' does not say in which batch queue it runs, and several have what it needs. Add 'queue:' with one of {string.Join(", ", queues)}.");

    public static Diagnostic NoPoolFits(SourceSpan? at, string step, int gpus, IReadOnlyCollection<string> pools) => Diagnostic.Error("STR928", at,
        $"'{step}' asks for {gpus} GPUs, and no pool of its cluster has as many on one machine{(pools.Count == 0 ? "" : $": {string.Join(", ", pools)}")}. Add one under 'compute:' with 'kind: pool' and 'gpu:', or ask for fewer.");

    public static Diagnostic SeveralPoolsFit(SourceSpan? at, string step, IReadOnlyCollection<string> pools) => Diagnostic.Error("STR929", at,
        $"'{step}' asks for GPUs and does not say of which pool; several have them. Add 'pool:' with one of {string.Join(", ", pools)}.");

    /// <param name="place">As a phrase: "as pods on the pools of a cluster".</param>
    /// <param name="hint">A full sentence.</param>
    public static Diagnostic PlaceMeansNothing(SourceSpan? at, string step, string property, string engine, string place, string hint) => Diagnostic.Error("STR930", at,
        $"'{step}' says '{property}', and {engine} runs its steps {place}. {hint}");

    /// <param name="reason">A full sentence.</param>
    public static Diagnostic OneStepOnly(SourceSpan? at, string workflow, string engine, string reason) => Diagnostic.Error("STR941", at,
        $"'{workflow}' has several steps. {reason} Make a workflow of each of them, or use a scheduler that knows of order, which {engine} does not.");

    public static Diagnostic NamesTwice(SourceSpan? at, string step, string name) => Diagnostic.Error("STR926", at,
        $"'{name}' of '{step}' is both an output and an artifact. Give one of them another name.");

    public static Diagnostic AfterElsewhere(SourceSpan? at, string workflow, string other, string scheduler) => Diagnostic.Error("STR927", at,
        $"'{workflow}' starts after '{other}', which another scheduler runs. Let '{scheduler}' run both.");
}
