using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.ModelStores;

/// <summary>A model store for others to use.</summary>
/// <param name="Engine">The engine's word in files.</param>
/// <param name="Artifacts">Where the models' files are: <c>s3://…</c> or <c>gs://…</c>.</param>
internal abstract record ModelStoreHandle(string Engine, ModelStoreConfig Config, Input<string> Artifacts) : Handle
{
    /// <summary>The address by which MLflow's clients reach it; null for stores that do not speak MLflow.</summary>
    public virtual Input<string>? TrackingUri => null;

    /// <summary>What the engine adds to the outputs.</summary>
    protected virtual IEnumerable<Property> More => [];

    public sealed override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap
            {
                ["engine"] = Engine,
                ["artifacts"] = Artifacts,
                ["trackingUri"] = TrackingUri?.Value,
                ["requires"] = Value.List(Config.Requires.Select(fact => (Value)PropertyNames.OfChoice(fact.ToString()))),
            };
            foreach (var (name, value) in More)
            {
                outputs[name] = value;
            }

            return outputs;
        }
    }
}
