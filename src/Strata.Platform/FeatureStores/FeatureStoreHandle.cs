using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.FeatureStores;

/// <summary>A feature store, with the catalog of what is in it.</summary>
/// <param name="Engine">The engine's word in files.</param>
/// <param name="More">What the engine adds.</param>
internal sealed record FeatureStoreHandle(string Engine, FeatureStoreConfig Config, ValueMap More) : Handle
{
    /// <summary>How the engine's clients find registry and stores, for engines that have such a file; null for others.</summary>
    public ValueMap? Settings { get; init; }

    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap { ["engine"] = Engine };
            foreach (var (name, value) in (IEnumerable<Property>)More)
            {
                outputs[name] = value;
            }

            var catalog = new ValueMap();
            foreach (var (name, view) in Config.Views)
            {
                catalog[name] = new ValueMap
                {
                    ["entities"] = Value.List(view.Entities.Select(entity => (Value)entity)),
                    ["owner"] = view.Owner,
                    ["freshness"] = view.Freshness.ToString(),
                    ["online"] = view.Online,
                    ["readers"] = Value.List(view.Readers.Select(reader => (Value)reader.Name)),
                };
            }

            if (Config.Views.Count > 0)
            {
                outputs["views"] = catalog;
            }

            return outputs;
        }
    }
}
