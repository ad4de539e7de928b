using System.ComponentModel;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.FeatureStores;

/// <summary>Tecton, which exists already and is only referred to.</summary>
public sealed record TectonConfig : FeatureStoreConfig
{
    [Description("The address of the account: https://acme.tecton.ai.")]
    [Pattern("^https://[^\\s/]+$", "an address that starts with https://")]
    public required string Url { get; init; }

    [Description("The workspace in it.")]
    public required string Workspace { get; init; }

    [Description("The key of a service account that may read features.")]
    public required SecretRef ApiKey { get; init; }
}

/// <summary>The feature store of a Databricks workspace, which exists already and is only referred to.</summary>
public sealed record DatabricksFeaturesConfig : FeatureStoreConfig
{
    [Description("The address of the workspace: https://dbc-a1b2c3d4-e5f6.cloud.databricks.com.")]
    [Pattern("^https://[^\\s/]+$", "an address that starts with https://")]
    public required string Url { get; init; }

    [Description("The catalog in Unity Catalog.")]
    public required string Catalog { get; init; }

    [Description("The schema in it.")]
    public required string Schema { get; init; }

    [Description("A token of a service principal that may read features.")]
    public required SecretRef Token { get; init; }
}

/// <summary>Systems that the stack uses and does not make: the definition is checked and rendered for them, and nothing is created.</summary>
internal static class ExternalFeatures
{
    private const string Sold = "It is sold as a service, and there is no software to run oneself.";
    private const string Hint = "Remove 'managed', or use engine: feast for a store the team runs.";

    public static ComponentKind Tecton { get; } = Everywhere<TectonConfig>(
        "tecton", "strata:featureStore:Tecton", "Tecton", "https://docs.tecton.ai/", config => new() { ["url"] = config.Url, ["workspace"] = config.Workspace });

    public static ComponentKind Databricks { get; } = Everywhere<DatabricksFeaturesConfig>(
        "databricks", "strata:featureStore:Databricks", "Databricks Feature Store", "https://docs.databricks.com/aws/en/machine-learning/feature-store/",
        config => new() { ["url"] = config.Url, ["catalog"] = config.Catalog, ["schema"] = config.Schema });

    private static ComponentKind Everywhere<T>(string name, string token, string title, string source, Func<T, ValueMap> outputs)
        where T : FeatureStoreConfig
    {
        var kind = ComponentKind.Engine<T>("featureStores", name, token, new EngineFacts(title, Maturity.Stable, "service", null, new(source, "2026-11-26")));
        foreach (var cloud in Enum.GetValues<Cloud>())
        {
            kind = kind.Managed<T>(cloud, (config, context) =>
            {
                FeatureRules.Check(config, context);
                return new FeatureStoreHandle(name, config, outputs(config));
            }).RefuseSelfHosted(cloud, Sold, Hint);
        }

        return kind;
    }
}
