using System.Diagnostics.CodeAnalysis;

namespace Strata.Graph;

/// <summary>A value for an input of type <typeparamref name="T"/>: known now, or an output of something else.</summary>
public class Input<T> : IInput
{
    internal Input(Value value) => Value = value;

    public Value Value { get; }

    public Value ToValue() => Value;

    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator Input<T>?(T? value) => value is null ? null : new Input<T>(Input.ToValue(value));

    public static implicit operator Value(Input<T>? input) => input?.Value ?? Value.Null;
}

/// <summary>Ways to make an <see cref="Input{T}"/>.</summary>
public static class Input
{
    /// <summary>An input from something optional: absent when it is null.</summary>
    public static Input<T>? Maybe<T>(T? value)
        where T : struct => value is { } present ? new Input<T>(ToValue(present)) : null;

    /// <summary>An input from a value already in the family.</summary>
    public static Input<T> FromValue<T>(Value value) => new(value);

    internal static Value ToValue<T>(T value) => value switch
    {
        string text => new TextValue(text),
        bool flag => flag,
        int number => number,
        long number => number,
        double number => number,
        IInput input => input.ToValue(),
        _ => throw new ArgumentException($"{typeof(T)} has no form in the graph.", nameof(value)),
    };
}
