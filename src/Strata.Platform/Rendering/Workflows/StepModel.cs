using System.Globalization;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;
using Strata.Platform.Workflows;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>A step as templates see it. Texts are lists of parts, so that values that come later are never pasted into others.</summary>
internal static class StepModel
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static TemplateMap? Of(WorkflowStep step, PlacedWorkflow placed, StepSurroundings around, RenderContext context)
    {
        var config = step.Config;
        if (context.ImageOf(placed, step) is not { } reference)
        {
            return null;
        }

        var place = placed.PlaceOf(step);
        var pool = place.Pool is { } named ? context.HandleOf<PoolHandle>(named) : null;
        List<KeyValuePair<string, TemplateValue>> limits = [new("memory", config.Resources.Memory.ToString())];
        if (place.Gpus > 0 && pool?.AcceleratorResource is { } resource)
        {
            limits.Add(new(resource, place.Gpus.ToString(CultureInfo.InvariantCulture)));
        }

        return new TemplateMap(
            new("name", step.Name),
            new("variable", WorkflowModel.Variable(step.Name)),
            new("image", reference),
            new("command", TemplateValue.List(step.Command.Select(Parts))),
            new("environment", TemplateValue.List(
            [
                .. around.Environment.Select(variable => Environment(variable.Key, TemplateValue.List(Literal(variable.Value)))),
                .. step.Environment.Select(variable => Environment(variable.Key, Parts(variable.Value))),
            ])),
            new("secrets", new TemplateMap(
            [
                .. around.Secrets.Select(secret => Secret(secret.Variable, secret.Secret, secret.Key)),
                .. config.Secrets.OrderBy(secret => secret.Key, StringComparer.Ordinal).Select(secret => Secret(secret.Key, WorkflowSecrets.NameOf(secret.Value.Name), WorkflowSecrets.Key)),
            ])),
            new("needs", WorkflowModel.Texts(step.Needs)),
            new("need_variables", WorkflowModel.Texts(step.Needs.Select(WorkflowModel.Variable))),
            new("when", step.When is null ? TemplateValue.Null : ConditionTokens.Of(step.When)),
            new("for_each", step.ForEach is null ? TemplateValue.Null : new TemplateMap(new("step", step.ForEach.Step), new("variable", WorkflowModel.Variable(step.ForEach.Step)), new("name", step.ForEach.Output))),
            new("max_parallel", config.MaxParallel),
            new("outputs", WorkflowModel.Texts(config.Outputs)),
            new("keep", WorkflowModel.Texts(config.Artifacts)),
            new("fetch", TemplateValue.List(StepArtifacts.Of(step, placed.Workflow).Select(one => TemplateValue.List(one.Step, one.Name, one.Below)))),
            new("retries", config.Retries),
            new("backoff", config.Backoff.Seconds),
            new("timeout", config.Timeout is { } timeout ? timeout.Seconds : TemplateValue.Null),
            new("requests", new TemplateMap(new("cpu", config.Resources.Cpu.ToString()), new("memory", config.Resources.Memory.ToString()))),
            new("limits", new TemplateMap(limits)),
            new("selector", new TemplateMap((pool?.NodeSelector ?? []).Select(label => KeyValuePair.Create(label.Key, (TemplateValue)label.Value)))),
            new("tolerations", TemplateValue.List((pool?.Tolerations ?? []).Select(toleration => YamlText.From(toleration)))));
    }

    private static TemplateValue Parts(StepText text) => TemplateValue.List(text.Parts.Select(part => part switch
    {
        LiteralText literal => Literal(literal.Text),
        ParameterReference parameter => new TemplateMap(new("kind", "parameter"), new("name", parameter.Name)),
        OutputReference output => new TemplateMap(new("kind", "output"), new("step", output.Step), new("name", output.Output)),
        ItemReference => new TemplateMap(new KeyValuePair<string, TemplateValue>("kind", "item")),
        _ => (TemplateValue)new TemplateMap(new KeyValuePair<string, TemplateValue>("kind", "run")),
    }));

    private static TemplateMap Literal(string text) => new TemplateMap(new("kind", "text"), new("text", text));

    private static TemplateMap Environment(string name, TemplateValue parts) => new TemplateMap(new("name", name), new("parts", parts));

    private static KeyValuePair<string, TemplateValue> Secret(string variable, string secret, string key) => new(variable, TemplateValue.List(secret, key));
}

/// <summary>What all steps of a workflow have around them.</summary>
/// <param name="Store">The folder for what steps hand on: <c>s3://…</c> or <c>gs://…</c>.</param>
/// <param name="Environment">What reaching the store needs.</param>
/// <param name="Secrets">What reaching the store needs, from secrets of the team's namespace.</param>
internal sealed record StepSurroundings(string Store, IReadOnlyList<KeyValuePair<string, string>> Environment, IReadOnlyList<(string Variable, string Secret, string Key)> Secrets)
{
    /// <summary>A step that a component brings along keeps nothing in the store, and its account has no key to it.</summary>
    public StepSurroundings Of(PlacedWorkflow placed) => placed.Workflow.Config.Component is null ? this : this with { Environment = [], Secrets = [] };
}
