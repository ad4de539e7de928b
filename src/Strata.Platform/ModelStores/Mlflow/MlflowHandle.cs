using Strata.Graph;

namespace Strata.Platform.ModelStores;

/// <summary>An MLflow server.</summary>
/// <param name="Uri">What clients set as MLFLOW_TRACKING_URI: an address, or the ARN of SageMaker's server.</param>
/// <param name="Url">Where its pages are for people; null where there is no host name.</param>
/// <param name="AdminSecret">The Kubernetes secret with the first user, as <c>namespace/name</c>; null where the cloud signs people in.</param>
internal sealed record MlflowHandle(MlflowConfig Said, Input<string> Artifacts, Input<string> Uri, string? Url, string? AdminSecret) : ModelStoreHandle("mlflow", Said, Artifacts)
{
    public override Input<string> TrackingUri => Uri;

    protected override IEnumerable<Property> More =>
    [
        .. Url is null ? Array.Empty<Property>() : [new Property("url", Url)],
        .. AdminSecret is null ? Array.Empty<Property>() : [new Property("adminSecret", AdminSecret)],
    ];
}
