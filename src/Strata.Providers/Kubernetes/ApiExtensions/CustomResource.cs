using Strata.Graph;
using Strata.Kubernetes.Meta.V1.Inputs;

namespace Strata.Kubernetes.ApiExtensions;

/// <summary>
/// An object of a kind that a custom resource definition adds to the cluster, such as Kueue's <c>ClusterQueue</c>. Its token
/// is <c>kubernetes:{apiVersion}:{kind}</c>.
/// </summary>
public sealed class CustomResource : Graph.CustomResource
{
    private static readonly ResourceFacts Facts = new()
    {
        PluginVersion = Plugin.Version,
        ReplaceOnChange = ["metadata.name", "metadata.namespace"],
    };

    /// <param name="apiVersion">Group and version, such as <c>kueue.x-k8s.io/v1beta1</c>.</param>
    public CustomResource(string name, string apiVersion, string kind, ResourceOptions? options = null)
        : base($"kubernetes:{apiVersion}:{kind}", name, options)
    {
        Set("apiVersion", (Value)apiVersion);
        Set("kind", (Value)kind);
    }

    public override ResourceFacts TypeFacts => Facts;

    public ObjectMetaArgs? Metadata { init => Set("metadata", value); }

    public ValueMap? Spec { init => Set("spec", value); }

    /// <summary>Top-level fields beside <c>spec</c>, as some kinds have them: <c>handler</c>, <c>data</c>, <c>rules</c>.</summary>
    public ValueMap? OtherFields
    {
        init
        {
            foreach (var (name, content) in value ?? [])
            {
                Set(name, content);
            }
        }
    }
}
