using System.ComponentModel;
using Strata.Platform.Foundation;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.FeatureStores;

/// <summary>Features that come from the same place at the same time.</summary>
public sealed record FeatureViewConfig : ConfigRecord
{
    [Description("The entities whose features these are.")]
    public required IReadOnlyList<string> Entities { get; init; }

    [Description("Where they come from.")]
    public required FeatureSource Source { get; init; }

    [Description("The features, by name.")]
    [Pattern(FeatureStoreConfig.NamePattern, FeatureStoreConfig.NameMeaning)]
    public required IReadOnlyDictionary<string, FeatureConfig> Features { get; init; }

    [Description("Who answers for them: a mail address or a group.")]
    public required string Owner { get; init; }

    [Description("How old features may be when they are served: how often they are brought to the online store.")]
    public Duration Freshness { get; init; } = Duration.FromDays(1);

    [Description("How long a value counts at all; older ones are not served. For ever when left out.")]
    public Duration? Ttl { get; init; }

    [Description("Whether they can be looked up one by one while a model answers, or only in bulk for training.")]
    public bool Online { get; init; } = true;

    [Description("The identities that may read them, besides whoever may read the whole store.")]
    public IReadOnlyList<Ref<IdentityConfig>> Readers { get; init; } = [];
}

/// <summary>Where features come from.</summary>
public sealed record FeatureSource : ConfigRecord
{
    [Description("The table in the store's warehouse.")]
    [Pattern("^[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?$", "a table's name, or schema.table")]
    public string? Table { get; init; }

    [Description("The folder of Parquet files in the store's lake, instead of a table.")]
    [Pattern("^[A-Za-z0-9._=-]+(/[A-Za-z0-9._=-]+)*$", "a folder, such as features/payments")]
    public string? Path { get; init; }

    [Description("The column that says when each row was true.")]
    public required string EventTime { get; init; }

    [Description("The column that says when each row was written, where rows are corrected later.")]
    public string? Created { get; init; }
}

/// <summary>One feature: a column.</summary>
public sealed record FeatureConfig : ConfigRecord
{
    [Description("Its type.")]
    public required FeatureType Type { get; init; }

    [Description("What it is, for people.")]
    public string? Description { get; init; }
}

/// <summary>What one model reads.</summary>
public sealed record FeatureServiceConfig : ConfigRecord
{
    [Description("The features it reads: a view, or one feature as view.feature.")]
    [Pattern("^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$", "a view, or view.feature")]
    public required IReadOnlyList<string> Reads { get; init; }

    [Description("The model that reads it, for people.")]
    public string? Model { get; init; }
}
