using Strata.Graph;
using Strata.Pulumi.Values;

namespace Strata.Pulumi.Steps;

/// <summary>
/// What values read: resources, and calls of provider functions. What a call's arguments or a component's output read, whoever
/// reads those reads too.
/// </summary>
internal sealed class ValueReads
{
    private readonly HashSet<(Resource, string)> _outputs = [];
    private readonly HashSet<Invoke> _invokes = [];
    private readonly Stack<(Resource, string)> _open = [];

    /// <summary>Each resource with the output that is read of it, or the path of one.</summary>
    public IReadOnlyCollection<(Resource Resource, string Output)> Outputs => _outputs;

    public IReadOnlyCollection<Invoke> Invokes => _invokes;

    /// <summary>A component's output that is made from itself, such as <c>strata:storage:ObjectStore lake.url</c>; null when all is well.</summary>
    public string? Circle { get; private set; }

    public void Add(Value value)
    {
        switch (value)
        {
            case { IsKnown: true }:
                break;
            case ReferenceValue reference:
                Add(reference);
                break;
            case StackOutputValue output:
                _outputs.Add((output.Stack, "outputs"));
                break;
            case InvokeValue invoke when _invokes.Add(invoke.Invoke):
                AddAll(invoke.Invoke.Arguments.Select(argument => argument.Value));
                break;
            case SecretValue secret:
                Add(secret.Content);
                break;
            case JsonTextValue json:
                Add(json.Content);
                break;
            case ListValue list:
                AddAll(list.Items);
                break;
            case InterpolatedValue text:
                AddAll(text.Parts);
                break;
            case ObjectValue map:
                AddAll(map.Properties.Select(property => property.Value));
                break;
        }
    }

    private void AddAll(IEnumerable<Value> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    private void Add(ReferenceValue reference)
    {
        var output = (reference.Resource, reference.Property);
        if (_open.Contains(output))
        {
            Circle = $"{reference.Resource}.{reference.Property}";
        }
        else if (_outputs.Add(output) && reference.Resource is ComponentResource component
            && ComponentOutput.Find(component, reference.Property) is (var value, _))
        {
            _open.Push(output);
            Add(value);
            _open.Pop();
        }
    }
}
