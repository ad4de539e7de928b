using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>A server, or jobs, on a cluster.</summary>
/// <param name="Space">The namespace.</param>
/// <param name="Workloads">The names of the deployments; of batch endpoints, of the job or cron job.</param>
internal sealed record KubernetesEndpointHandle(string Space, IReadOnlyList<string> Workloads) : EndpointHandle(RolloutTable.Kubernetes)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["namespace"] = Space;
            outputs["workloads"] = Value.List(Workloads.Select(name => (Value)name));
            return outputs;
        }
    }
}
