namespace Strata.Generator.Model;

/// <summary>What a property holds: a closed family, the same for every schema format.</summary>
public abstract record PropertyType
{
    /// <summary>The nested type somewhere inside, through lists and maps; null when there is none.</summary>
    public string? BlockId => this switch
    {
        BlockType block => block.TypeId,
        ListType list => list.Item.BlockId,
        MapType map => map.Item.BlockId,
        _ => null,
    };

    /// <summary>All nested types inside, unions included.</summary>
    public IEnumerable<string> BlockIds => this switch
    {
        BlockType block => [block.TypeId],
        ListType list => list.Item.BlockIds,
        MapType map => map.Item.BlockIds,
        UnionType union => union.Choices.SelectMany(choice => choice.BlockIds),
        _ => [],
    };
}

/// <param name="Name">The schema's word: <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</param>
public sealed record PrimitiveType(string Name) : PropertyType
{
    public static PrimitiveType Text { get; } = new("string");
}

public sealed record ListType(PropertyType Item) : PropertyType;

public sealed record MapType(PropertyType Item) : PropertyType;

/// <param name="TypeId">A nested type such as <c>aws:s3/BucketVersioningVersioningConfiguration</c>.</param>
public sealed record BlockType(string TypeId) : PropertyType;

/// <summary>Any value at all.</summary>
public sealed record AnyType : PropertyType;

/// <summary>A file or an archive. The graph's values have no such kind, so these inputs are left out.</summary>
public sealed record AssetType : PropertyType;

public sealed record UnionType(IReadOnlyList<PropertyType> Choices) : PropertyType
{
    /// <summary>
    /// The simplest type that says the same. Text or a document object, a resource or an open enum is text: that is what
    /// Pulumi's own C# takes there.
    /// </summary>
    public static PropertyType Of(IEnumerable<PropertyType> choices)
    {
        var distinct = choices.Distinct().ToList();
        return distinct switch
        {
            [var only] => only,
            _ when distinct.Contains(new AssetType()) => new AssetType(),
            _ when distinct.Contains(PrimitiveType.Text) && distinct.TrueForAll(choice => choice is BlockType || choice == PrimitiveType.Text) => PrimitiveType.Text,
            [_, _] => new UnionType(distinct),
            _ => new AnyType(),
        };
    }
}
