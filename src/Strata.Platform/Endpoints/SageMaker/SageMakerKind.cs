using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Endpoints;

/// <summary>Models on Amazon SageMaker AI.</summary>
internal static class SageMakerKind
{
    public static ComponentKind Kind { get; } = ComponentKind
        .Engine<SageMakerEndpoint>("endpoints", RolloutTable.SageMaker, "strata:endpoint:SageMaker", new EngineFacts(
            "Amazon SageMaker AI", Maturity.Stable, "service", null, FactSource.NotReread("https://docs.aws.amazon.com/sagemaker/latest/dg/realtime-endpoints.html")))
        .Managed<SageMakerEndpoint>(Cloud.Aws, SageMakerServing.Expand)
        .RefuseSelfHosted(Cloud.Aws, "SageMaker is a service, and there is nothing of it to install.", "Remove 'managed: false', or use 'engine: kserve' on a cluster.")
        .RefuseBoth(Cloud.Gcp, "SageMaker is a service of AWS.", "Use 'engine: vertex', or put this one component on 'cloud: aws'.")
        .RefuseBoth(Cloud.Kubernetes, "SageMaker is a service of AWS.", "Use 'engine: kserve' or 'kubernetes', or put this one component on 'cloud: aws'.");
}
