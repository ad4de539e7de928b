using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Another stack's GKE cluster, from that stack's outputs.</summary>
internal static class SharedGkeCluster
{
    public static GkeClusterHandle Expand(Cluster config, StackSource source, ComponentContext context)
    {
        var facts = SharedCluster.FactsOf(config, source, context);
        var owner = context.Expansion.ReferenceTo(source);
        var path = $"compute.{source.Component ?? config.Name}";
        return new GkeClusterHandle(facts, GkeProvider.Add(context, Text("id"), Text("endpoint"), Text("certificateAuthority"), []))
        {
            Id = Text("id"),
            Name = Text("name"),
            Project = Text("project"),
            Location = Text("location"),
            Endpoint = Text("endpoint"),
            CertificateAuthority = Text("certificateAuthority"),
            WorkloadPool = Text("workloadPool"),
            NodeServiceAccount = Text("nodeServiceAccount"),
            Network = Text("network"),
            Subnetwork = Text("subnetwork"),
            IsShared = true,
        };

        Output<string> Text(string output) => owner.GetStackOutput<string>($"{path}.{output}");
    }
}
