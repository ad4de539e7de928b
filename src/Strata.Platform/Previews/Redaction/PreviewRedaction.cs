using Strata.Diagnostics;
using Strata.Graph;
using Strata.Planning;

namespace Strata.Platform.Previews;

/// <summary>Takes what looks like a secret out of a preview, before any format sees it.</summary>
internal static class PreviewRedaction
{
    public static StackPreview Of(StackPreview preview)
    {
        preview = Redaction.Of(preview);
        var shown = new Dictionary<Operation, Operation>(ReferenceEqualityComparer.Instance);
        foreach (var operation in preview.Plan?.Operations ?? [])
        {
            shown[operation] = Of(operation);
        }

        return preview with
        {
            Plan = preview.Plan is { } plan ? new Plan(plan.Stack, [.. plan.Operations.Select(operation => shown[operation])], [.. plan.Outputs.Select(Of)]) : null,
            Risks = [.. preview.Risks.Select(risk => risk with { Operation = shown.GetValueOrDefault(risk.Operation, risk.Operation), Reason = SecretShapes.Redacted(risk.Reason) })],
            Files = [.. preview.Files.Select(file => file with { Before = Text(file.Before), After = Text(file.After) })],
            Reasons = [.. preview.Reasons.Select(reason => reason with { Message = SecretShapes.Redacted(reason.Message) })],
            Diagnostics = [.. preview.Diagnostics.Select(Of)],
        };
    }

    private static Diagnostic Of(Diagnostic diagnostic) =>
        SecretShapes.Redacted(diagnostic.Message) is var message && message == diagnostic.Message ? diagnostic : diagnostic with { Message = message, HidesSource = true };

    private static Operation Of(Operation operation) => operation switch
    {
        Update update => update with { Changes = [.. update.Changes.Select(Of)] },
        Replace replace => replace with { Changes = [.. replace.Changes.Select(Of)] },
        _ => operation,
    };

    private static string? Text(string? text) => text is null ? null : SecretShapes.RedactedFile(text);

    private static PropertyChange Of(PropertyChange change)
    {
        var key = change.Path.Segments.LastOrDefault(segment => segment.Key is not null).Key ?? "";
        return change with { Before = Value(key, change.Before), After = Value(key, change.After) };
    }

    private static Value? Value(string key, Value? value) => value is null ? null : Of(key, value);

    private static Value Of(string key, Value value) => value switch
    {
        TextValue text => SecretShapes.Redacted(key, text.Text) is var shown && shown == text.Text ? value
            : shown == SecretShapes.Mask ? new SecretValue(Graph.Value.Null) : new TextValue(shown),
        ListValue list => new ListValue([.. list.Items.Select(item => Of(key, item))]),
        ObjectValue map when NamedValue(map) is { } named => new ObjectValue([.. map.Properties.Select(p => p with { Value = p.Name is "value" ? Of(named, p.Value) : Of(p.Name, p.Value) })]),
        ObjectValue map => new ObjectValue([.. map.Properties.Select(property => property with { Value = Of(property.Name, property.Value) })]),
        JsonTextValue json => new JsonTextValue(Of(key, json.Content)),
        InterpolatedValue text when text.Parts.Any(part => part is TextValue literal && SecretShapes.Redacted(literal.Text) != literal.Text) => new SecretValue(Graph.Value.Null),
        _ => value,
    };

    /// <summary>An environment variable as containers have them: <c>{ name: DB_PASSWORD, value: … }</c>.</summary>
    private static string? NamedValue(ObjectValue map) => map["name"] is TextValue { Text: var name } && map["value"] is TextValue ? name : null;
}
