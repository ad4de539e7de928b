using Strata.Generator.Model;

namespace Strata.Generator.Emitting;

/// <summary>The flags of a resource's inputs as lists of paths, nested types included.</summary>
internal sealed class InputPaths
{
    private readonly IReadOnlyDictionary<string, TypeModel> _types;

    public InputPaths(ResourceModel resource, IReadOnlyDictionary<string, TypeModel> types)
    {
        _types = types;
        Replace.AddRange(resource.ReplacePaths);
        MayReplace.AddRange(resource.MayReplacePaths);
        Walk(resource.Inputs, "", []);
    }

    public List<string> Replace { get; } = [];

    public List<string> Presence { get; } = [];

    public List<string> MayReplace { get; } = [];

    public List<string> Unknown { get; } = [];

    public List<string> Secret { get; } = [];

    public List<string> Deprecated { get; } = [];

    /// <param name="covered">What a listed path above says of everything below it.</param>
    private void Walk(IReadOnlyList<PropertyModel> properties, string prefix, HashSet<string> open, Replacement covered = Replacement.Never)
    {
        foreach (var property in properties)
        {
            var path = prefix + property.Name;
            if (property.Secret)
            {
                Secret.Add(path);
            }

            if (covered is not Replacement.Always && property.Replace != covered)
            {
                ListFor(property)?.Add(path);
            }

            if (property.Deprecated)
            {
                Deprecated.Add(path);
                continue;
            }

            // A type inside itself (a JSON schema, a WAF rule) has endless paths: once around is enough.
            if (property.Type.BlockId is { } block && _types.TryGetValue(block, out var type) && open.Add(block))
            {
                Walk(type.Properties, path + Step(property.Type) + ".", open, Cover(covered, property));
                open.Remove(block);
            }
        }
    }

    private List<string>? ListFor(PropertyModel property) => property.Replace switch
    {
        Replacement.Always => ReplacesWhole(property) ? Replace : Presence,
        Replacement.Sometimes => MayReplace,
        Replacement.Unknown => Unknown,
        _ => null,
    };

    private Replacement Cover(Replacement covered, PropertyModel property) => property.Replace switch
    {
        _ when covered is Replacement.Always => covered,
        Replacement.Always => ReplacesWhole(property) ? Replacement.Always : covered,
        Replacement.Never => covered,
        var own => own,
    };

    /// <summary>Whether every change of the property, however deep inside, replaces the resource.</summary>
    private bool ReplacesWhole(PropertyModel property, HashSet<string>? seen = null)
    {
        if (property.Replace is not Replacement.Always)
        {
            return false;
        }

        seen ??= [];
        return property.Type.BlockId is not { } block
            || !_types.TryGetValue(block, out var type)
            || !seen.Add(block)
            || type.Properties.All(inner => ReplacesWhole(inner, seen));
    }

    private static string Step(PropertyType type) => type switch
    {
        ListType list => "[*]" + Step(list.Item),
        MapType map => "[*]" + Step(map.Item),
        _ => "",
    };
}
