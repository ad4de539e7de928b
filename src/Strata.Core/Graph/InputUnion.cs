namespace Strata.Graph;

/// <summary>An input that takes either of two types, such as Kubernetes' port name or number.</summary>
public sealed class InputUnion<T1, T2> : IInput
{
    private InputUnion(Value value) => Value = value;

    public Value Value { get; }

    public Value ToValue() => Value;

    public static implicit operator InputUnion<T1, T2>(T1 value) => new(Input.ToValue(value));

    public static implicit operator InputUnion<T1, T2>(T2 value) => new(Input.ToValue(value));

    public static implicit operator InputUnion<T1, T2>(Input<T1> value) => new(value.Value);

    public static implicit operator InputUnion<T1, T2>(Input<T2> value) => new(value.Value);

    public static implicit operator Value(InputUnion<T1, T2> input) => input.Value;
}
