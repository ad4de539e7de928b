using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>What the engine said of a resource.</summary>
/// <param name="Urn">Its name in the state.</param>
/// <param name="Id">The provider's id: not known in a preview of something new; null for a component.</param>
/// <param name="Outputs">Those outputs that something reads, by name.</param>
/// <param name="MissingIsUnknown">An output that is not there will be when the resource is: in a preview, or when its creation was left out or failed.</param>
internal sealed record ResourceAnswer(string Urn, PropertyValue Id, IReadOnlyDictionary<string, PropertyValue> Outputs, bool MissingIsUnknown)
{
    /// <summary>An output, or a part of one by its path; null when an update gave none.</summary>
    public PropertyValue this[string output] => output switch
    {
        "urn" => PropertyValue.Of(Urn),
        "id" => Id,
        _ => Outputs.GetValueOrDefault(output) ?? Find(output) ?? (MissingIsUnknown ? PropertyValue.Unknown : PropertyValue.Null),
    };

    private PropertyValue? Find(string output)
    {
        var path = PropertyPath.Parse(output);
        return path is [{ Name: { } first }, ..] && Outputs.TryGetValue(first, out var value) ? PropertyLookup.Find(value, path.Skip(1)) : null;
    }
}
