using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Registries;

namespace Strata.Platform.Foundation;

/// <summary>What a stack stands on, cloud by cloud: provider, network, keys, identities, namespace. Each made when first needed.</summary>
internal sealed class Foundations(StackExpansion expansion)
{
    private AwsFoundation? _aws;
    private GcpFoundation? _gcp;
    private KubernetesFoundation? _kubernetes;

    public AwsFoundation Aws => _aws ??= new AwsFoundation(expansion);

    public GcpFoundation Gcp => _gcp ??= new GcpFoundation(expansion);

    public KubernetesFoundation Kubernetes => _kubernetes ??= new KubernetesFoundation(expansion);

    /// <summary>How clouds know pods of clusters that are not theirs.</summary>
    public Federation Federation => field ??= new Federation(expansion);

    /// <summary>Makes a cloud's provider the one in use, before components of that cloud get their scopes.</summary>
    /// <exception cref="ExpansionStoppedException">A setting is missing that nothing on the cloud can do without.</exception>
    public void Prepare(Cloud cloud)
    {
        switch (cloud)
        {
            case Cloud.Aws:
                Aws.Prepare();
                break;
            case Cloud.Gcp:
                Gcp.Prepare();
                break;
        }
    }

    /// <summary>Makes what belongs to the whole stack and not to one component: budget, CI identities, quotas, namespaces.</summary>
    public void ExpandStackWide()
    {
        foreach (var cloud in expansion.Stack.Components.Select(expansion.Stack.CloudOf).Append(expansion.Stack.Config.Cloud).Distinct().Order())
        {
            try
            {
                Prepare(cloud);
                switch (cloud)
                {
                    case Cloud.Aws:
                        Aws.ExpandStackWide();
                        break;
                    case Cloud.Gcp:
                        Gcp.ExpandStackWide();
                        break;
                    default:
                        Kubernetes.ExpandStackWide();
                        break;
                }
            }
            catch (ExpansionStoppedException)
            {
                // Said among the diagnostics; the other clouds go on.
            }
        }
    }

    /// <summary>Makes what depends on all components together: the team's namespace and queue on each cluster, and its way to registries of other clouds.</summary>
    public void ExpandLast()
    {
        RegistryPull.ExpandAll(expansion);
        TeamQueues.ExpandAll(expansion);
    }

    /// <summary>What other stacks may share of the foundation: the network, by cloud.</summary>
    public ValueMap Outputs
    {
        get
        {
            var network = new ValueMap();
            network["aws"] = _aws?.NetworkOutputs;
            network["gcp"] = _gcp?.NetworkOutputs;
            return network;
        }
    }
}
