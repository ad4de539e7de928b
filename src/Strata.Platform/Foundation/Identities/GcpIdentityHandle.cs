using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Foundation;

/// <summary>An identity on Google Cloud: a service account that workloads act as.</summary>
/// <param name="Email">Its address: what the annotation <c>iam.gke.io/gcp-service-account</c> of a Kubernetes service account names.</param>
/// <param name="Member">It as an IAM member.</param>
internal sealed record GcpIdentityHandle(Input<string> Email, Input<string> Member) : Handle
{
    public override ValueMap Outputs => new() { ["serviceAccount"] = Email };
}
