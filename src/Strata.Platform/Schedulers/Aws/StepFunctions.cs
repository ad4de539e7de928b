using Strata.Platform.Components;

namespace Strata.Platform.Schedulers;

/// <summary>Step Functions is a service of AWS.</summary>
internal static class StepFunctions
{
    private const string OnlyAws = "Step Functions is a service of AWS.";

    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<StepFunctionsConfig>("schedulers", "step-functions", "strata:scheduler:StepFunctions", new EngineFacts(
            "AWS Step Functions",
            Maturity.Stable,
            "service",
            null,
            new("https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html", "2026-11-26")))
        .Managed<StepFunctionsConfig>(Cloud.Aws, AwsStepFunctions.Expand)
        .RefuseSelfHosted(Cloud.Aws, "Step Functions is a service, and there is no software to run oneself.", "Use engine: argo or airflow for a scheduler the team runs, or remove 'managed'.")
        .RefuseBoth(Cloud.Gcp, OnlyAws, "Use engine: workflows, which is Google Cloud's counterpart.")
        .RefuseBoth(Cloud.Kubernetes, OnlyAws, "Use engine: argo, which runs workflows in a cluster.");
}
