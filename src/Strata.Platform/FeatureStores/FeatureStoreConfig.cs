using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.FeatureStores;

/// <summary>
/// Where features are defined, kept and served. The definition is the same for every engine, so that a team can change the engine
/// and not its features. The <c>engine</c> may be left out where it is the same as the name.
/// </summary>
[Union("engine")]
[Kind("feast", typeof(FeastConfig))]
[Kind("sagemaker", typeof(SageMakerFeaturesConfig))]
[Kind("vertex", typeof(VertexFeaturesConfig))]
[Kind("tecton", typeof(TectonConfig))]
[Kind("databricks", typeof(DatabricksFeaturesConfig))]
public abstract record FeatureStoreConfig : PlatformComponentConfig
{
    internal const string NamePattern = "^[a-z][a-z0-9_]{0,48}[a-z0-9]$";
    internal const string NameMeaning = "2 to 50 lower-case letters, digits and underscores, a letter first and no underscore last";

    [Description("What features are of: customers, cards, articles.")]
    [Pattern(NamePattern, NameMeaning)]
    public IReadOnlyDictionary<string, EntityConfig> Entities { get; init; } = new Dictionary<string, EntityConfig>();

    [Description("Groups of features that come from the same place at the same time.")]
    [Pattern(NamePattern, NameMeaning)]
    public IReadOnlyDictionary<string, FeatureViewConfig> Views { get; init; } = new Dictionary<string, FeatureViewConfig>();

    [Description("What one model reads: training and serving name the same service and so read the same features.")]
    [Pattern(NamePattern, NameMeaning)]
    public IReadOnlyDictionary<string, FeatureServiceConfig> Services { get; init; } = new Dictionary<string, FeatureServiceConfig>();
}
