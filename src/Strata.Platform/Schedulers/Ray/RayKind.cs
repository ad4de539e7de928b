using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Ray, on every cluster.</summary>
internal static class RayKind
{
    private const string RunItYourself = "Set 'managed: false': the stack's cluster runs it with workers on its own pools.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<RayConfig>("schedulers", "ray", "strata:scheduler:Ray", new EngineFacts(
            "Ray", Maturity.Stable, "Apache-2.0",
            "You upgrade Ray and the KubeRay operator, and restart the head when it is lost, with which all running work is lost too.",
            new FactSource("ray-project/kuberay: tag v1.7.0", "2026-08-19")))
        .SelfHosted<RayConfig>(Cloud.Aws, RayCluster.Expand)
        .RefuseManaged(Cloud.Aws, "AWS runs no Ray: Glue for Ray takes no new customers, and Anyscale's service is not the cloud's own.", RunItYourself)
        .SelfHosted<RayConfig>(Cloud.Gcp, RayCluster.Expand)
        .RefuseManaged(Cloud.Gcp, "Ray on Vertex AI is a persistent resource with a Ray specification, which the provider's resource does not have yet.", RunItYourself)
        .SelfHosted<RayConfig>(Cloud.Kubernetes, RayCluster.Expand)
        .RefuseManaged(Cloud.Kubernetes, "Nobody runs Ray for you on your own hardware.", RunItYourself);
}
