using System.Globalization;
using System.Text.Json;
using Strata.Graph;
using Strata.Planning;
using Strata.Platform.Previews;

namespace Strata.Cli.Drift;

/// <summary>
/// The differences between the inputs in a state and those a plan would register. What is not known before the update is not compared, and
/// a secret only for being one, unless the state holds its text.
/// </summary>
internal sealed class DriftDiff
{
    private readonly List<PropertyChange> _changes = [];
    private readonly IReadOnlyList<PropertyPath> _ignored;
    private readonly bool _byPlace;

    private DriftDiff(IReadOnlyList<PropertyPath> ignored, bool byPlace) => (_ignored, _byPlace) = (ignored, byPlace);

    public static IReadOnlyList<PropertyChange> Of(IReadOnlyList<Property> state, Resource resource)
    {
        IReadOnlyList<PropertyPath> ignored = [.. resource.ResourceOptions.IgnoreChanges.Select(PropertyPath.Parse)];
        return [.. ReplacementFacts.Mark(Changes(byPlace: false), () => Changes(byPlace: true), resource.TypeFacts).Select(change => Redaction.Of(change, resource.InputProperties))];

        List<PropertyChange> Changes(bool byPlace)
        {
            var diff = new DriftDiff(ignored, byPlace);
            diff.CompareProperties(null, new ObjectValue([.. state]), new ObjectValue([.. resource.InputProperties]));
            return diff._changes;
        }
    }

    private void Compare(PropertyPath path, Value? state, Value? plan)
    {
        if (_ignored.Any(ignored => ignored.Covers(path)) || IsOfEngine(path) || ReferenceEquals(state, StateValues.Unknown))
        {
            return;
        }

        switch (state, plan)
        {
            case (null or NullValue, null or NullValue):
            case (_, ReferenceValue or InterpolatedValue or InvokeValue or StackOutputValue):
                break;
            case (SecretValue there, SecretValue { Content: var content }):
                CompareSecrets(path, there, content);
                break;
            case (SecretValue, ConfigSecretValue):
                break;
            case (SecretValue there, { } known) when known is not ConfigSecretValue:
                CompareSecrets(path, there, known);
                break;
            case (ObjectValue a, ObjectValue b):
                CompareProperties(path, a, b);
                break;
            case (ListValue { Items: var a }, ListValue { Items: var b }):
                var names = new ElementNames(b);
                foreach (var pair in _byPlace ? ListAlignment.ByPlace(a.Length, b.Length) : ListAlignment.Of(a, b, (x, y) => AreEqual(path.Then(PathSegment.Each), x, y)))
                {
                    var segment = PathSegment.Of(pair.After < 0 ? pair.Before : pair.After) with { Element = names.Of(pair) };
                    Compare(path.Then(segment), pair.Before < 0 ? null : a[pair.Before], pair.After < 0 ? null : b[pair.After]);
                }

                break;
            case (TextValue text, JsonTextValue json) when Parse(text.Text) is { } parsed:
                Compare(path, parsed, json.Content);
                break;
            case ({ } and not NullValue, SecretValue or ConfigSecretValue):
                _changes.Add(new PropertyChange(path, new TextValue("kept in plain text"), plan));
                break;
            case ({ } a, { } b) when Text(a) is { } there && there == Text(b):
                break;
            default:
                _changes.Add(new PropertyChange(path, state, plan));
                break;
        }
    }

    private bool AreEqual(PropertyPath path, Value state, Value plan)
    {
        var diff = new DriftDiff(_ignored, _byPlace);
        diff.Compare(path, state, plan);
        return diff._changes.Count == 0;
    }

    private void CompareProperties(PropertyPath? path, ObjectValue state, ObjectValue plan)
    {
        foreach (var (name, value) in plan.Properties)
        {
            Compare(Under(path, name), state[name], value);
        }

        foreach (var (name, value) in state.Properties.Where(property => plan[property.Name] is null))
        {
            Compare(Under(path, name), value, null);
        }
    }

    /// <summary>Both are secret, or one should be: only what is known of both can differ.</summary>
    private void CompareSecrets(PropertyPath path, SecretValue state, Value plan)
    {
        if (Text(state.Content) is { } there && Text(plan) is { } here && there != here)
        {
            _changes.Add(new PropertyChange(path, state, new SecretValue(plan)));
        }
    }

    private static PropertyPath Under(PropertyPath? path, string name) => path?.Then(PathSegment.Of(name)) ?? PropertyPath.Of(name);

    /// <summary>What the engine and the Kubernetes provider write into every object.</summary>
    private static bool IsOfEngine(PropertyPath path) => path.Segments is
        [{ Key: "metadata" }, { Key: "annotations" }, { Key: "pulumi.com/autonamed" }] or [{ Key: "metadata" }, { Key: "labels" }, { Key: "app.kubernetes.io/managed-by" }] or [{ Key: "__internal" or "__meta" }, ..];

    /// <summary>A scalar as text: providers keep <c>8080</c> and <c>true</c> as text where their schema says so. Null for all else.</summary>
    private static string? Text(Value value) => value switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString("R", CultureInfo.InvariantCulture),
        BoolValue flag => flag.IsTrue ? "true" : "false",
        _ => null,
    };

    private static Value? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return StateValues.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
