using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Registries;

/// <summary>A registry for others to use.</summary>
/// <param name="Config">What the stack file says of it.</param>
/// <param name="Urls">Where each image lies, without a tag, by the image's name.</param>
internal abstract record RegistryHandle(RegistryConfig Config, IReadOnlyList<KeyValuePair<string, Input<string>>> Urls) : Handle
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = new ValueMap();
            foreach (var (image, url) in Urls)
            {
                outputs[image] = url.Value;
            }

            return outputs;
        }
    }
}
