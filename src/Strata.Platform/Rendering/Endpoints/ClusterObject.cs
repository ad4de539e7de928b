using Strata.Graph;
using Strata.Platform.Endpoints;

namespace Strata.Platform.Rendering;

/// <summary>A Kubernetes resource of the graph as the manifest that the cluster gets.</summary>
internal static class ClusterObject
{
    public static ValueMap Of(Resource resource, EndpointConfig config, RenderContext context)
    {
        var map = new ValueMap();
        foreach (var (name, value) in resource.InputProperties)
        {
            map[name] = Known(value, config, context);
        }

        return map;
    }

    /// <summary>The same value with everything in it that the stack's files say.</summary>
    public static Value Known(Value value, EndpointConfig config, RenderContext context) => KnownTree.Of(value, context, EndpointFiles.What(config), config.KeySpan);

    public static string NameOf(Resource resource) => ((TextValue)((ObjectValue)resource.Input("metadata")!)["name"]!).Text;
}
