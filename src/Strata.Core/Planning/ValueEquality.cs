using System.Collections.Immutable;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Planning;

/// <summary>
/// Whether a value of the old graph and one of the new one say the same. The order of an object's keys does not count;
/// references are the same when they lead to the same resource, whatever it is called now.
/// </summary>
/// <param name="areSame">Whether a resource of the old graph is one of the new graph.</param>
internal sealed class ValueEquality(Func<Resource, Resource, bool> areSame)
{
    public bool AreEqual(Value before, Value after) => (before, after) switch
    {
        (NullValue, NullValue) => true,
        (BoolValue a, BoolValue b) => a.IsTrue == b.IsTrue,
        (NumberValue a, NumberValue b) => a.Number.Equals(b.Number),
        (TextValue a, TextValue b) => a.Text == b.Text,
        (ListValue a, ListValue b) => AreEqual(a.Items, b.Items),
        (ObjectValue a, ObjectValue b) => AreEqual(a.Properties, b.Properties),
        (InterpolatedValue a, InterpolatedValue b) => AreEqual(a.Parts, b.Parts),
        (SecretValue a, SecretValue b) => AreEqual(a.Content, b.Content),
        (ConfigSecretValue a, ConfigSecretValue b) => a.Name == b.Name,
        (JsonTextValue a, JsonTextValue b) => AreEqual(a.Content, b.Content),
        (JsonTextValue { IsKnown: true } a, TextValue b) => JsonText.Of(a.Content) == b.Text,
        (TextValue a, JsonTextValue { IsKnown: true } b) => a.Text == JsonText.Of(b.Content),
        (ReferenceValue a, ReferenceValue b) => a.Property == b.Property && areSame(a.Resource, b.Resource),
        (StackOutputValue a, StackOutputValue b) => a.Output == b.Output && a.Stack.Stack == b.Stack.Stack,
        (InvokeValue a, InvokeValue b) => a.Property == b.Property && AreEqual(a.Invoke, b.Invoke),
        _ => false,
    };

    private bool AreEqual(ImmutableArray<Value> before, ImmutableArray<Value> after)
    {
        if (before.Length != after.Length)
        {
            return false;
        }

        for (var i = 0; i < before.Length; i++)
        {
            if (!AreEqual(before[i], after[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(IReadOnlyList<Property> before, IReadOnlyList<Property> after)
    {
        if (before.Count != after.Count)
        {
            return false;
        }

        for (var i = 0; i < before.Count; i++)
        {
            // Most often the keys are in the same order.
            var other = after[i].Name == before[i].Name ? after[i] : after.FirstOrDefault(property => property.Name == before[i].Name);
            if (other.Value is null || !AreEqual(before[i].Value, other.Value))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreEqual(Invoke before, Invoke after) =>
        before.Token == after.Token
        && AreEqual(before.Arguments, after.Arguments)
        && (before.Provider, after.Provider) switch
        {
            (null, null) => true,
            ({ } a, { } b) => areSame(a, b),
            _ => false,
        };
}
