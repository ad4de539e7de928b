using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Kubernetes.Meta.V1.Inputs;

namespace Strata.Kubernetes.Core.V1;

/// <summary>
/// Labels, annotations and taints on a node that exists already, which is how a pool on premises is declared. Written by hand:
/// the provider's patch types are those of the kind itself with everything optional.
/// </summary>
public sealed class NodePatch : CustomResource
{
    private static readonly ResourceFacts Facts = new()
    {
        PluginVersion = Plugin.Version,
        ReplaceOnChange = ["metadata.name"],
    };

    public NodePatch(string name, ResourceOptions? options = null)
        : base("kubernetes:core/v1:NodePatch", name, options)
    {
        Set("apiVersion", (Value)"v1");
        Set("kind", (Value)"Node");
    }

    public override ResourceFacts TypeFacts => Facts;

    /// <summary>The node's name, and the labels and annotations to put on it.</summary>
    public required ObjectMetaArgs Metadata { init => Set("metadata", value); }

    public NodeSpecArgs? Spec { init => Set("spec", value); }
}
