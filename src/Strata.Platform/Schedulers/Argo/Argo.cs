using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Argo Workflows runs in the team's own cluster, and no cloud sells it.</summary>
internal static class Argo
{
    private const string NotSold = "No cloud sells Argo Workflows.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<ArgoConfig>("schedulers", "argo", "strata:scheduler:Argo", new EngineFacts(
            "Argo Workflows",
            Maturity.Stable,
            "Apache-2.0",
            "The controllers, their upgrades and the store of artifacts.",
            new("argoproj/argo-workflows: tag v4.0.6, LICENSE", "2026-07-02")))
        .SelfHosted<ArgoConfig>(Cloud.Aws, ArgoOnCluster.Expand)
        .SelfHosted<ArgoConfig>(Cloud.Gcp, ArgoOnCluster.Expand)
        .SelfHosted<ArgoConfig>(Cloud.Kubernetes, ArgoOnCluster.Expand)
        .RefuseManaged(Cloud.Aws, NotSold, "Use engine: step-functions for workflows that AWS runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Gcp, NotSold, "Use engine: kubeflow or workflows for what Google Cloud runs, or set 'managed: false'.")
        .RefuseManaged(Cloud.Kubernetes, "There is no cloud that could run it.", "Set 'managed: false', or remove it.");
}
