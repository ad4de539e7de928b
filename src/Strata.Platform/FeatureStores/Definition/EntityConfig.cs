using System.ComponentModel;
using Strata.Platform.Stacks;

namespace Strata.Platform.FeatureStores;

/// <summary>Something that has features, told from others by a key.</summary>
public sealed record EntityConfig : ConfigRecord
{
    [Description("The column that tells one from another: customer_id.")]
    [Pattern(FeatureStoreConfig.NamePattern, FeatureStoreConfig.NameMeaning)]
    public required string Key { get; init; }

    [Description("The key's type.")]
    public FeatureType Type { get; init; } = FeatureType.String;

    [Description("What it is, for people.")]
    public string? Description { get; init; }
}
