using System.Collections.Immutable;

namespace Strata.Graph;

/// <summary>
/// What an input can hold: a closed family without callbacks, so that every value can be printed, compared, priced, checked
/// and serialised without an engine. Values are immutable.
/// </summary>
public abstract class Value : IInput
{
    private protected Value()
    {
    }

    /// <summary>True when nothing in the value has to wait for a resource, a stack, an invoke or a secret.</summary>
    public abstract bool IsKnown { get; }

    public Value ToValue() => this;

    public static Value Null { get; } = new NullValue();

    public static Value List(params IEnumerable<Value> items) => new ListValue([.. items]);

    public static implicit operator Value(string? text) => text is null ? Null : new TextValue(text);

    public static implicit operator Value(bool value) => value ? BoolValue.True : BoolValue.False;

    public static implicit operator Value(int number) => new NumberValue(number);

    public static implicit operator Value(long number) => new NumberValue(number);

    public static implicit operator Value(double number) => new NumberValue(number);

    public static implicit operator Value(InputObject value) => value.ToValue();
}

/// <summary>JSON's null inside a list or an object. An absent input is simply not there.</summary>
public sealed class NullValue : Value
{
    internal NullValue()
    {
    }

    public override bool IsKnown => true;
}

public sealed class BoolValue : Value
{
    private BoolValue(bool value) => IsTrue = value;

    public static BoolValue True { get; } = new(true);

    public static BoolValue False { get; } = new(false);

    public bool IsTrue { get; }

    public override bool IsKnown => true;
}

/// <summary>A number as the engine's protocol carries it: a double; whole numbers are exact up to 2^53.</summary>
public sealed class NumberValue(double number) : Value
{
    public double Number { get; } = number;

    public override bool IsKnown => true;
}

public sealed class TextValue(string text) : Value
{
    public string Text { get; } = text;

    public override bool IsKnown => true;
}

public sealed class ListValue(ImmutableArray<Value> items) : Value
{
    public ImmutableArray<Value> Items { get; } = items;

    public override bool IsKnown { get; } = items.All(item => item.IsKnown);
}

/// <summary>An object whose properties keep the order in which they were set; names are unique.</summary>
public sealed class ObjectValue(ImmutableArray<Property> properties) : Value
{
    public ImmutableArray<Property> Properties { get; } = properties;

    public override bool IsKnown { get; } = properties.All(property => property.Value.IsKnown);

    public Value? this[string name]
    {
        get
        {
            foreach (var property in Properties)
            {
                if (property.Name == name)
                {
                    return property.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>
/// An output of another resource: <c>id</c>, <c>arn</c>, or a path into one such as <c>certificateAuthority.data</c> or
/// <c>names[0]</c>. Waiting for it is what makes an edge of the graph.
/// </summary>
public sealed class ReferenceValue(Resource resource, string property) : Value
{
    public Resource Resource { get; } = resource;

    public string Property { get; } = property;

    public override bool IsKnown => false;
}

/// <summary>Text put together from parts: literals and values that become text when they are known.</summary>
public sealed class InterpolatedValue(ImmutableArray<Value> parts) : Value
{
    /// <summary>At least one part is not known, and no two neighbours are both <see cref="TextValue"/>.</summary>
    public ImmutableArray<Value> Parts { get; } = parts;

    public override bool IsKnown => false;
}

/// <summary>Text that is the JSON form of a value, such as an IAM policy.</summary>
public sealed class JsonTextValue(Value content) : Value
{
    public Value Content { get; } = content;

    /// <summary>Known when its content is: then the text can be written down at once.</summary>
    public override bool IsKnown => Content.IsKnown;
}

/// <summary>A value that must never be shown: engine, state and preview keep it encrypted or masked.</summary>
public sealed class SecretValue(Value content) : Value
{
    public Value Content { get; } = content;

    public override bool IsKnown => false;
}

/// <summary>
/// A secret of the stack file's <c>strata:secrets</c>, by name. The graph never holds its text; the engine adapter puts it
/// in, marked as secret, when it registers the resource.
/// </summary>
public sealed class ConfigSecretValue(string name) : Value
{
    public string Name { get; } = name;

    public override bool IsKnown => false;
}

/// <summary>A property of the answer to a provider function.</summary>
public sealed class InvokeValue(Invoke invoke, string property) : Value
{
    /// <summary>Shared by all values that read from it, so that it is called once.</summary>
    public Invoke Invoke { get; } = invoke;

    /// <summary>A path into the answer, or empty for all of it.</summary>
    public string Property { get; } = property;

    public override bool IsKnown => false;
}

/// <summary>An output of another stack.</summary>
public sealed class StackOutputValue(StackReference stack, string output) : Value
{
    public StackReference Stack { get; } = stack;

    /// <summary>The output's name, or a path into it.</summary>
    public string Output { get; } = output;

    public override bool IsKnown => false;
}
