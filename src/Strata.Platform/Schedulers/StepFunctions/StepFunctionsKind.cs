using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

internal static class StepFunctionsKind
{
    private const string Elsewhere = "Step Functions is a service of AWS and calls services of AWS.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<StepFunctionsConfig>("schedulers", "step-functions", "strata:scheduler:StepFunctions", new EngineFacts(
            "AWS Step Functions", Maturity.Stable, "service", null, FactSource.NotReread("https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html")))
        .Managed<StepFunctionsConfig>(Cloud.Aws, StepFunctions.Expand)
        .RefuseSelfHosted(Cloud.Aws, "Step Functions is a service: nobody but AWS can run it.", "Remove 'managed: false', or use 'engine: argo' on a cluster.")
        .RefuseBoth(Cloud.Gcp, Elsewhere, "Use 'engine: workflows', which is Google Cloud's own, or 'engine: argo' on a cluster.")
        .RefuseBoth(Cloud.Kubernetes, Elsewhere, "Use 'engine: argo', which runs steps as pods, or 'engine: cronjob' for single steps by the clock.");
}
