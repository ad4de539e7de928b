namespace Strata.Graph.Formats;

/// <summary>A resource read back from JSON: what its type is known for comes from elsewhere.</summary>
internal sealed class StoredResource : CustomResource
{
    private readonly ResourceFacts _facts;

    public StoredResource(string type, string name, ResourceOptions options, ResourceFacts facts, IReadOnlyList<Property> inputs)
        : base(type, name, options)
    {
        _facts = facts;
        foreach (var (input, value) in inputs)
        {
            Set(input, value);
        }
    }

    public override ResourceFacts TypeFacts => _facts;
}

/// <summary>The same for a provider.</summary>
internal sealed class StoredProvider : ProviderResource
{
    public StoredProvider(string package, string name, ResourceOptions options, IReadOnlyList<Property> inputs)
        : base(package, name, options)
    {
        foreach (var (input, value) in inputs)
        {
            Set(input, value);
        }
    }
}
