using System.Text.RegularExpressions;
using Strata.Diagnostics;
using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Secrets;

namespace Strata.Platform.Previews;

/// <summary>
/// Takes out of a report what nobody may read: values that are marked as secret are masked by every format already; this adds those
/// that stand under a name of a secret or look like one, in properties, rendered files and sentences. Every format is made of a redacted
/// report, so that there is one place to get it right.
/// </summary>
public static partial class Redaction
{
    public static PreviewReport Of(PreviewReport report) => report with { Stacks = [.. report.Stacks.Select(Of)] };

    public static StackPreview Of(StackPreview stack)
    {
        // Risks point at operations of the plan, and still do so afterwards.
        var shown = new Dictionary<Operation, Operation>(ReferenceEqualityComparer.Instance);
        foreach (var operation in stack.Plan?.Operations ?? [])
        {
            shown[operation] = Of(operation);
        }

        var plan = stack.Plan is null ? null : new Plan(stack.Plan.Stack, [.. stack.Plan.Operations.Select(operation => shown[operation])], [.. stack.Plan.Outputs.Select(change => WithoutSecretNames(Of(change)))]);
        return stack with
        {
            Reasons = [.. stack.Reasons.Select(reason => reason with { Message = Sentence(reason.Message) })],
            Plan = plan,
            Risks = [.. stack.Risks.Select(risk => risk with { Operation = shown.GetValueOrDefault(risk.Operation, risk.Operation), Reason = Sentence(risk.Reason) })],
            Files = [.. stack.Files.Select(Of)],
            NewFindings = [.. stack.NewFindings.Select(finding => finding with { Message = Sentence(finding.Message), Waiver = finding.Waiver is { } waiver ? waiver with { Reason = Sentence(waiver.Reason) } : null })],
            MendedFindings = [.. stack.MendedFindings.Select(finding => finding with { Message = Sentence(finding.Message) })],
            Diagnostics = [.. stack.Diagnostics.Select(Of)],
        };
    }

    private static Diagnostic Of(Diagnostic problem) =>
        Sentence(problem.Message) is var message && message == problem.Message ? problem : problem with { Message = message, HidesSource = true };

    private static FileChange Of(FileChange file) => file with { Before = file.Before is null ? null : Text(file.Before), After = file.After is null ? null : Text(file.After) };

    private static Operation Of(Operation operation) => operation switch
    {
        Update update => update with { Changes = [.. update.Changes.Select(change => Of(change, update))] },
        Replace replace => replace with { Changes = [.. replace.Changes.Select(change => Of(change, replace))] },
        _ => operation,
    };

    private static PropertyChange Of(PropertyChange change, Kept operation) =>
        NamesSecret(change.FormerPath ?? change.Path, operation.Before.InputProperties) ? WithoutSecretNames(Mask(change)) : Of(change, operation.Resource.InputProperties);

    /// <param name="inputs">Of the resource, for what stands beside the value.</param>
    public static PropertyChange Of(PropertyChange change, IReadOnlyList<Property> inputs) => WithoutSecretNames(NamesSecret(change.Path, inputs) ? Mask(change) : Of(change));

    /// <summary>Elements of lists are called by what they hold under a <c>key</c> or an <c>id</c>, too.</summary>
    private static PropertyChange WithoutSecretNames(PropertyChange change) => change.Path.Segments.Any(step => step.Element is { } name && SecretText.IsIn(name))
        ? change with { Path = new PropertyPath([.. change.Path.Segments.Select(step => step.Element is { } name && SecretText.IsIn(name) ? step with { Element = null } : step)]) }
        : change;

    private static PropertyChange Of(PropertyChange change) => change.Path.Segments.Any(step => step.Key is { } key && SecretKeys.Covers(key))
        ? Mask(change)
        : change with { Before = change.Before is null ? null : Of(change.Before), After = change.After is null ? null : Of(change.After) };

    private static PropertyChange Mask(PropertyChange change) =>
        change with { Before = change.Before is null ? null : Mask(change.Before), After = change.After is null ? null : Mask(change.After) };

    /// <summary>Whether the path is the <c>value</c> beside a <c>name</c> that names a secret, as in a container's environment.</summary>
    private static bool NamesSecret(PropertyPath path, IReadOnlyList<Property> inputs)
    {
        Value? at = new ObjectValue([.. inputs]);
        foreach (var step in path.Segments)
        {
            if (at is JsonTextValue json)
            {
                at = json.Content;
            }

            if (step.Key is "value" && at is ObjectValue entry && (entry["name"] ?? entry["key"]) is TextValue { Text: var name } && SecretKeys.Covers(name))
            {
                return true;
            }

            at = (at, step) switch
            {
                (ObjectValue map, { Key: { } key }) => map[key],
                (ListValue list, { Key: null, Index: var index }) when index >= 0 && index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return false;
    }

    /// <summary>A value with the secrets in it marked as such.</summary>
    public static Value Of(Value value) => value switch
    {
        TextValue { Text: var text } => SecretText.IsIn(text) ? new SecretValue(value) : value,
        InterpolatedValue text => text.Parts.Any(part => part is TextValue { Text: var literal } && SecretText.IsIn(literal)) ? new SecretValue(value) : value,
        JsonTextValue json => new JsonTextValue(Of(json.Content)),
        ListValue list => new ListValue([.. list.Items.Select(Of)]),
        ObjectValue map => Of(map),
        InvokeValue { Invoke: var invoke } answer when invoke.Arguments.Count > 0 => new InvokeValue(
            new Invoke(invoke.Token, invoke.Arguments.Select(argument => Of(argument, isNamed: false))) { Provider = invoke.Provider, Version = invoke.Version }, answer.Property),
        _ => value,
    };

    private static ObjectValue Of(ObjectValue map)
    {
        var isNamed = (map["name"] ?? map["key"]) is TextValue { Text: var name } && SecretKeys.Covers(name);
        return new ObjectValue([.. map.Properties.Select(property => Of(property, isNamed && property.Name == "value"))]);
    }

    private static Property Of(Property property, bool isNamed) =>
        property with { Value = isNamed || SecretKeys.Covers(property.Name) ? Mask(property.Value) : Of(property.Value) };

    /// <summary>All text in a value marked as secret. What only points at a secret, or says whether there is one, is none.</summary>
    private static Value Mask(Value value) => value switch
    {
        ListValue list => new ListValue([.. list.Items.Select(Mask)]),
        ObjectValue map => new ObjectValue([.. map.Properties.Select(property => property with { Value = Mask(property.Value) })]),
        TextValue { Text: "" } or BoolValue or NullValue or ReferenceValue or StackOutputValue or ConfigSecretValue or SecretValue => value,
        _ => new SecretValue(value),
    };

    /// <summary>A file's text: masked are texts that look like secrets, and values after a name of a secret and <c>:</c> or <c>=</c>.</summary>
    public static string Text(string text) => Assignment().Replace(SecretText.Redact(text), match =>
        SecretKeys.Covers(match.Groups["name"].Value) && !SecretText.PointsElsewhere(match.Groups["value"].Value)
            ? match.Groups["before"].Value + SecretText.Mask
            : match.Value);

    /// <summary>A sentence, such as <c>tracking.token is "abc", was "def".</c></summary>
    public static string Sentence(string text)
    {
        var shown = SecretText.Redact(text);
        return Told().Replace(shown, match => SecretKeys.Covers(match.Groups["name"].Value)
            ? $"{match.Groups["name"].Value} {match.Groups["verb"].Value} {SecretText.Mask}{(match.Groups["was"].Success ? $", was {SecretText.Mask}" : "")}"
            : match.Value);
    }

    [GeneratedRegex("""(?<before>(?<name>[A-Za-z][\w.-]*)["']?[ \t]*[:=][ \t]*)(?<value>"[^"\n]*"|'[^'\n]*'|[^\s,}\]]+)""")]
    private static partial Regex Assignment();

    [GeneratedRegex("""(?<name>[A-Za-z][\w.\[\]-]*) (?<verb>is|was) (?<value>"[^"]*"|'[^']*'|[^\s,]+?)(?<was>, was ("[^"]*"|'[^']*'|[^\s,]+?))?(?=[.,;]?(\s|$))""")]
    private static partial Regex Told();
}
