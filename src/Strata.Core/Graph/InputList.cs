using System.Collections;

namespace Strata.Graph;

/// <summary>A list of inputs, written as a collection expression: <c>SubnetIds = [a.Id, b.Id]</c>.</summary>
public sealed class InputList<T> : IInput, IEnumerable<Input<T>>
{
    private readonly List<Input<T>> _items = [];
    private readonly Value? _whole;

    public InputList()
    {
    }

    private InputList(Value whole) => _whole = whole;

    public void Add(Input<T> item) => _items.Add(item);

    public Value ToValue() => _whole ?? new ListValue([.. _items.Select(item => item.Value)]);

    public IEnumerator<Input<T>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A whole list that is an output of something else.</summary>
    public static implicit operator InputList<T>(Output<IReadOnlyList<T>> whole) => new(whole.Value);

    public static implicit operator InputList<T>(T[] items) => [.. items.Select(item => (Input<T>)item!)];

    public static implicit operator Value(InputList<T> list) => list.ToValue();
}
