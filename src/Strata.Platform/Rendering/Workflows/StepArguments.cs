using System.Globalization;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>
/// What a step is given besides its specification, for engines that fill values in without quoting them: each value is an argument of
/// its own, and texts name it by its number.
/// </summary>
internal sealed class StepArguments
{
    private readonly List<TextPart> _inputs;
    private readonly WorkflowStep _step;

    private readonly bool _fromStore;

    /// <param name="fromStore">Outputs of earlier steps are not arguments: the step reads them from the store.</param>
    public StepArguments(WorkflowStep step, bool fromStore = false)
    {
        _step = step;
        _fromStore = fromStore;
        var texts = step.Command.Concat(step.Environment.Select(variable => variable.Value)).SelectMany(text => text.Parts);
        var compared = step.When is null ? [] : Comparisons.In(step.When).Select(comparison => comparison.Left);
        List<TextPart> given = [.. step.ForEach is null ? (TextPart[])[] : [new ItemReference()], new RunReference(), .. texts.Concat(compared).Where(part => part is ParameterReference || (part is OutputReference && !fromStore))];
        _inputs = [.. given.Distinct()];
    }

    /// <summary>The inputs in the order of their numbers, with the names of a function's arguments.</summary>
    public TemplateValue Inputs => TemplateValue.List(_inputs.Select(part => (TemplateValue)(part switch
    {
        ParameterReference parameter => new TemplateMap(new("kind", "parameter"), new("name", $"in_parameter_{parameter.Name}"), new("parameter", parameter.Name)),
        OutputReference output => new TemplateMap(
            new("kind", "output"), new("name", $"in_{WorkflowModel.Variable(output.Step)}_{output.Output}"), new("step", WorkflowModel.Variable(output.Step)), new("output", $"out_{output.Output}")),
        ItemReference => new TemplateMap(new("kind", "item"), new("name", "in_item")),
        _ => new TemplateMap(new("kind", "run"), new("name", "in_run")),
    })));

    /// <summary>The step's own outputs: files whose paths are arguments after the inputs.</summary>
    public TemplateMap ResultsAt => new(_step.Config.Outputs.Select((output, at) => KeyValuePair.Create(output, (TemplateValue)(_inputs.Count + at))));

    public TemplateValue Parts(StepText text) => TemplateValue.List(text.Parts.Select(Part));

    /// <summary>The references that are arguments, in their order.</summary>
    public IReadOnlyList<TextPart> References => _inputs;

    public TemplateValue Part(TextPart part) => part switch
    {
        LiteralText literal => literal.Text,
        OutputReference output when _fromStore => new TemplateMap(new("step", output.Step), new("output", output.Output)),
        _ => _inputs.IndexOf(part),
    };

    /// <summary>As the runner of steps reads conditions: <c>["all", [">=", 2, 0.9], ["==", 1, "a"]]</c>.</summary>
    public TemplateValue Condition(Condition condition) => condition switch
    {
        AllOf all => TemplateValue.List(["all", .. all.Conditions.Select(Condition)]),
        AnyOf any => TemplateValue.List(["any", .. any.Conditions.Select(Condition)]),
        Not not => TemplateValue.List("not", Condition(not.Inner)),
        Comparison comparison => TemplateValue.List(
            ConditionTokens.Sign(comparison.Operator),
            Part(comparison.Left),
            comparison.Constant.IsNumber ? double.Parse(comparison.Constant.Text, CultureInfo.InvariantCulture) : comparison.Constant.Text),
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };
}
