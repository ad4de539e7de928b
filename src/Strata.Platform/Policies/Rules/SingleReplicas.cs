using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Services in production that stop with one machine.</summary>
internal static class SingleReplicas
{
    public static PolicyRule Rule { get; } = new(
        "STR785",
        "single-replicas",
        PolicySubjects.Availability,
        Severity.Warning,
        "What answers requests in production with a single copy: Kubernetes deployments behind a service, RDS and Cloud SQL in one zone, Redis without a replica, PostgreSQL clusters of one, SageMaker variants of one machine, ECS services of one task.",
        "A node that is drained, or a zone that fails, stops the service, and every deployment does.")
    {
        Types =
        [
            "kubernetes:apps/v1:Deployment", "kubernetes:postgresql.cnpg.io/v1:Cluster", "aws:rds/instance:Instance", "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
            "aws:ecs/service:Service", "aws:elasticache/replicationGroup:ReplicationGroup", "gcp:sql/databaseInstance:DatabaseInstance", "gcp:redis/instance:Instance",
        ],
        OfResource = (service, context) => context.IsProd ? Check(service) : [],
    };

    private static IEnumerable<PolicyViolation> Check(Resource service) => service.TypeToken switch
    {
        "kubernetes:apps/v1:Deployment" => When(service, "spec.replicas", service.At("spec.replicas").AsNumber() == 1 && HasPorts(service)),
        "kubernetes:postgresql.cnpg.io/v1:Cluster" => When(service, "spec.instances", service.At("spec.instances").AsNumber() is null or 1),
        "aws:rds/instance:Instance" => When(service, "multiAz", !service.At("multiAz").IsTrue()),
        "aws:ecs/service:Service" => When(service, "desiredCount", service.At("desiredCount").AsNumber() == 1),
        "aws:elasticache/replicationGroup:ReplicationGroup" => When(service, "automaticFailoverEnabled", !service.At("automaticFailoverEnabled").IsTrue()),
        "gcp:sql/databaseInstance:DatabaseInstance" => When(service, "settings.availabilityType", service.At("settings.availabilityType").AsText() != "REGIONAL"),
        "gcp:redis/instance:Instance" => When(service, "tier", service.At("tier").AsText() != "STANDARD_HA"),
        _ => When(service, "productionVariants", service.At("productionVariants").AsItems().Any(variant => variant.At("initialInstanceCount").AsNumber() == 1)),
    };

    /// <summary>What listens on no port answers nobody.</summary>
    private static bool HasPorts(Resource deployment) =>
        deployment.At("spec.template.spec.containers").AsItems().Any(container => container.At("ports").AsItems().Length > 0);

    private static IEnumerable<PolicyViolation> When(Resource service, string path, bool isSingle) =>
        isSingle ? [new(path, $"'{service.LogicalName}' has a single copy in production. Run at least two in different zones, or waive this with the reason why it may stop.")] : [];
}
