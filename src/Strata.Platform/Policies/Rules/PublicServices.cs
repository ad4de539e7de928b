using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Load balancers in the internet.</summary>
internal static class PublicServices
{
    private static readonly string[] InternalAnnotations =
    [
        "service.beta.kubernetes.io/aws-load-balancer-internal", "service.beta.kubernetes.io/aws-load-balancer-scheme", "networking.gke.io/load-balancer-type", "cloud.google.com/load-balancer-type",
    ];

    public static PolicyRule Rule { get; } = new(
        "STR705",
        "public-services",
        PolicySubjects.PublicAccess,
        Severity.Error,
        "AWS load balancers that are not internal; Google Cloud forwarding rules in the internet; Kubernetes services of type LoadBalancer that neither are internal nor name source ranges; Cloud Run services open to all ingress; public MWAA web servers.",
        "A model, a tracking server or a web console in the internet is read, and billed, by whoever finds it.")
    {
        Types =
        [
            "aws:lb/loadBalancer:LoadBalancer", "aws:mwaa/environment:Environment", "gcp:compute/forwardingRule:ForwardingRule", "gcp:compute/globalForwardingRule:GlobalForwardingRule",
            "gcp:cloudrunv2/service:Service", "kubernetes:core/v1:Service",
        ],
        OfResource = (service, _) => Check(service),
    };

    private static IEnumerable<PolicyViolation> Check(Resource service) => service.TypeToken switch
    {
        "aws:lb/loadBalancer:LoadBalancer" => When(service, "internal", !service.At("internal").IsTrue()),
        "aws:mwaa/environment:Environment" => When(service, "webserverAccessMode", service.At("webserverAccessMode").AsText() == "PUBLIC_ONLY"),
        "gcp:cloudrunv2/service:Service" => When(service, "ingress", service.At("ingress").AsText() is null or "INGRESS_TRAFFIC_ALL"),
        "kubernetes:core/v1:Service" => When(service, "spec.type", service.At("spec.type").AsText() == "LoadBalancer" && !IsInternal(service)),
        _ => When(service, "loadBalancingScheme", service.At("loadBalancingScheme").AsText() is null or "EXTERNAL" or "EXTERNAL_MANAGED"),
    };

    private static bool IsInternal(Resource service) =>
        service.At("spec.loadBalancerSourceRanges").AsItems() is { Length: > 0 } ranges && !ranges.Any(AnyAddress.Is)
        || (service.At("metadata.annotations") is ObjectValue annotations
            && InternalAnnotations.Any(name => annotations[name].AsText()?.ToUpperInvariant() is "TRUE" or "INTERNAL"));

    private static IEnumerable<PolicyViolation> When(Resource service, string path, bool isPublic) =>
        isPublic ? [new(path, $"'{service.LogicalName}' answers the whole internet. Make it internal, or waive this with the reason why strangers must reach it.")] : [];
}
