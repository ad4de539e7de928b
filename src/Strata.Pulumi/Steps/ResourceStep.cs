using Google.Protobuf.WellKnownTypes;
using Strata.Graph;
using Strata.Pulumi.Codec;
using Strata.Pulumi.Values;
using Strata.Text;

namespace Strata.Pulumi.Steps;

/// <summary>A step that ends with a resource being known to the engine.</summary>
internal abstract class ResourceStep(Resource resource) : Step
{
    private readonly HashSet<string> _outputsToKeep = [];

    public Resource Resource { get; } = resource;

    public override SourceSpan? Origin => GraphBuilder.OriginOf(Resource);

    /// <summary>Set when the step has ended well.</summary>
    public ResourceAnswer? Answer { get; protected set; }

    /// <summary>Says that something reads an output, or a part of one.</summary>
    public void Keep(string output)
    {
        _outputsToKeep.Add(output);
        if (PropertyPath.Parse(output) is [{ Name: { } first }, _, ..])
        {
            _outputsToKeep.Add(first);
        }
    }

    /// <summary>Takes from an answer what something reads; the rest need not stay in memory.</summary>
    protected Dictionary<string, PropertyValue> OutputsOf(Struct? outputs)
    {
        var kept = new Dictionary<string, PropertyValue>(_outputsToKeep.Count);
        foreach (var name in _outputsToKeep)
        {
            if (outputs is not null && outputs.Fields.TryGetValue(name, out var value))
            {
                kept[name] = PropertyDecoder.Decode(value);
            }
        }

        return kept;
    }
}
