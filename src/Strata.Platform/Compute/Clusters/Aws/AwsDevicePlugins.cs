using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>
/// What makes AWS' own devices usable by pods: Trainium and Inferentia chips, and EFA network cards. Like NVIDIA's operator they are
/// on every cluster and run only on nodes that have the device: a team that shares the cluster cannot add them.
/// </summary>
internal static class AwsDevicePlugins
{
    public static void Install(ComponentContext context, EksClusterHandle cluster)
    {
        AwsCharts.Add(context, cluster, "neuron", [], new ValueMap
        {
            ["npd"] = new ValueMap { ["enabled"] = false },
            ["scheduler"] = new ValueMap { ["enabled"] = false },
        });
        AwsCharts.Add(context, cluster, "aws-efa-k8s-device-plugin", [], new ValueMap
        {
            ["tolerations"] = Value.List(new ValueMap { ["operator"] = "Exists" }),
        });
    }
}
