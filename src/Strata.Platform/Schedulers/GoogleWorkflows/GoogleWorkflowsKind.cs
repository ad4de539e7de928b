using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class GoogleWorkflowsKind
{
    private const string Elsewhere = "Workflows is a service of Google Cloud and calls services of Google Cloud.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<GoogleWorkflowsConfig>("schedulers", "workflows", "strata:scheduler:Workflows", new EngineFacts(
            "Google Cloud Workflows", Maturity.Stable, "service", null, FactSource.NotReread("https://docs.cloud.google.com/workflows/docs/overview")))
        .RefuseBoth(Cloud.Aws, Elsewhere, "Use 'engine: step-functions', which is AWS' own, or 'engine: argo' on a cluster.")
        .Managed<GoogleWorkflowsConfig>(Cloud.Gcp, GoogleWorkflows.Expand)
        .RefuseSelfHosted(Cloud.Gcp, "Workflows is a service: nobody but Google Cloud can run it.", "Remove 'managed: false', or use 'engine: argo' on a cluster.")
        .RefuseBoth(Cloud.Kubernetes, Elsewhere, "Use 'engine: argo', which runs steps as pods, or 'engine: cronjob' for single steps by the clock.");
}
