using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Foundation;

namespace Strata.Platform.Endpoints;

/// <summary>The servers of an endpoint, MLServer or Triton, and the models on them.</summary>
internal static class SeldonServer
{
    /// <remarks>SeldonIO/seldon-core: serverCapabilities in k8s/helm-charts/seldon-core-v2-setup/values.yaml of v2.10.</remarks>
    private static string ServerOf(ModelFormat format) => format is ModelFormat.Tensorflow or ModelFormat.Pytorch or ModelFormat.Onnx ? "triton" : "mlserver";

    public static Resource Add(SeldonEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Replica replica, PodIdentity identity, IReadOnlyList<Resource> after)
    {
        var kind = ServerOf(config.Framework!.Value);
        return OperatorObject.Add(context.Scope, context.Stack, cluster, $"{context.Name}-server", "mlops.seldon.io/v1alpha1:Server", context.Name, space.Name, context.Name, new()
        {
            ["serverConfig"] = kind,
            ["replicas"] = config.Min,
            ["minReplicas"] = config.Min,
            ["maxReplicas"] = config.Max,
            ["podSpec"] = new PodSpecArgs
            {
                ServiceAccountName = identity.Account,
                NodeSelector = replica.NodeSelector,
                Tolerations = replica.Tolerations,
                Containers =
                [
                    new ContainerArgs { Name = kind, Resources = replica.Resources },
                    new ContainerArgs { Name = "rclone", Env = identity.Environment.Count == 0 ? null : [.. identity.Environment] },
                ],
            },
        }, new ResourceOptions { DependsOn = after });
    }

    public static Resource AddModel(SeldonEndpoint config, ComponentContext context, ClusterHandle cluster, NamespaceHandle space, Track track, ModelFiles model, Resource server)
    {
        var name = track.NameIn(context.Name);
        return OperatorObject.Add(context.Scope, context.Stack, cluster, $"{name}-model", "mlops.seldon.io/v1alpha1:Model", name, space.Name, name, new()
        {
            ["storageUri"] = model.Uri,
            ["secretName"] = SeldonRemote.SecretOf(context.Name),
            ["requirements"] = Value.List(RolloutRules.Word(config.Framework!.Value)),
            ["server"] = context.Name,
            ["minReplicas"] = config.Min,
            ["maxReplicas"] = config.Max,
            ["replicas"] = config.Min,

            // Several models share the server's memory.
            ["memory"] = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(64, config.Memory.WholeMebibytes / 3)}Mi"),
        }, new ResourceOptions { DependsOn = [server] });
    }
}
