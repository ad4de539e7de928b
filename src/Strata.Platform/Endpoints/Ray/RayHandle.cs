using Strata.Graph;

namespace Strata.Platform.Endpoints;

/// <summary>Ray on a cluster.</summary>
/// <param name="Space">The namespace.</param>
/// <param name="Services">The names of the RayServices; of a batch endpoint, of the cron job that makes RayJobs.</param>
internal sealed record RayHandle(string Space, IReadOnlyList<string> Services) : EndpointHandle(RolloutTable.Ray)
{
    public override ValueMap Outputs
    {
        get
        {
            var outputs = base.Outputs;
            outputs["namespace"] = Space;
            outputs[Url is null ? "jobs" : "rayServices"] = Value.List(Services.Select(name => (Value)name));
            return outputs;
        }
    }
}
