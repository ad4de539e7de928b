using System.Globalization;
using Strata.Graph;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>All workflows of a stack's file as the local runner reads them, whichever scheduler runs them elsewhere.</summary>
internal static class LocalWorkflows
{
    public static ValueMap Of(RenderContext context)
    {
        var workflows = new ValueMap();
        foreach (var placed in context.Expanded.Workflows.Where(placed => placed.Workflow.Config.Component is null))
        {
            workflows[placed.Workflow.Name] = Workflow(placed.Workflow);
        }

        return new()
        {
            ["images"] = Value.List(context.Stack.Config.Images.Values.OrderBy(image => image.Name, StringComparer.Ordinal).Select(image => (Value)new ValueMap
            {
                ["name"] = image.Name,
                ["image"] = LocalFiles.ReferenceTo(image, context),
                ["source"] = image.Source ?? "",
            })),
            ["workflows"] = workflows,
        };
    }

    private static ValueMap Workflow(Workflow workflow)
    {
        var parameters = new ValueMap();
        foreach (var (name, parameter) in workflow.Config.Parameters.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            parameters[name] = new ValueMap { ["default"] = parameter.Default, ["choices"] = Texts(parameter.Choices) };
        }

        // What a trigger would give, a person gives here.
        if (workflow.Config.On?.NewObject is not null && parameters["object"] is null)
        {
            parameters["object"] = new ValueMap { ["default"] = Value.Null, ["choices"] = Texts([]) };
        }

        return new()
        {
            ["parameters"] = parameters,
            ["timeout"] = workflow.Config.Timeout.Seconds,
            ["steps"] = Value.List(workflow.Steps.Select(step => (Value)Step(step, workflow))),
        };
    }

    private static ValueMap Step(WorkflowStep step, Workflow workflow)
    {
        var secrets = new ValueMap();
        foreach (var (variable, secret) in step.Config.Secrets.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            secrets[variable] = LocalFiles.SecretVariable(secret.Name);
        }

        return new()
        {
            ["name"] = step.Name,
            ["service"] = ComposeFile.ServiceOf(step.Config.Image.Name),
            ["command"] = Value.List(step.Command.Select(Parts)),
            ["environment"] = Value.List(step.Environment.Select(variable => Value.List(variable.Key, Parts(variable.Value)))),
            ["secrets"] = secrets,
            ["when"] = step.When is null ? Value.Null : ConditionOf(step.When),
            ["for_each"] = step.ForEach is null ? Value.Null : new ValueMap { ["step"] = step.ForEach.Step, ["output"] = step.ForEach.Output },
            ["max_parallel"] = step.Config.MaxParallel,
            ["outputs"] = Texts(step.Config.Outputs),
            ["keep"] = Texts(step.Config.Artifacts),
            ["fetch"] = Value.List(StepArtifacts.Of(step, workflow).Select(one => Value.List(one.Step, one.Name, one.Below))),
            ["retries"] = step.Config.Retries,
            ["backoff"] = step.Config.Backoff.Seconds,
            ["timeout"] = step.Config.Timeout is { } timeout ? timeout.Seconds : Value.Null,
        };
    }

    private static Value Parts(StepText text) => Value.List(text.Parts.Select(Part));

    private static Value Part(TextPart part) => part switch
    {
        LiteralText literal => literal.Text,
        ParameterReference parameter => new ValueMap { ["parameter"] = parameter.Name },
        OutputReference output => new ValueMap { ["step"] = output.Step, ["output"] = output.Output },
        ItemReference => new ValueMap { ["item"] = true },
        _ => new ValueMap { ["run"] = true },
    };

    private static Value ConditionOf(Condition condition) => condition switch
    {
        AllOf all => Value.List(["all", .. all.Conditions.Select(ConditionOf)]),
        AnyOf any => Value.List(["any", .. any.Conditions.Select(ConditionOf)]),
        Not not => Value.List("not", ConditionOf(not.Inner)),
        Comparison comparison => Value.List(
            ConditionTokens.Sign(comparison.Operator),
            Part(comparison.Left),
            comparison.Constant.IsNumber ? (Value)double.Parse(comparison.Constant.Text, CultureInfo.InvariantCulture) : comparison.Constant.Text),
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    private static Value Texts(IEnumerable<string> texts) => Value.List(texts.Select(text => (Value)text));
}
