using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Ways in that let passwords and data travel in plain.</summary>
internal static class UnencryptedTraffic
{
    public static PolicyRule Rule { get; } = new(
        "STR712",
        "unencrypted-traffic",
        PolicySubjects.Encryption,
        Severity.Error,
        "Listeners of AWS load balancers that forward plain HTTP; Kubernetes ingresses without TLS; ElastiCache and Memorystore without encryption in transit; Cloud SQL that takes plain connections.",
        "Who can listen on the way reads passwords, tokens and features.")
    {
        Types =
        [
            "aws:lb/listener:Listener", "aws:elasticache/replicationGroup:ReplicationGroup", "gcp:redis/instance:Instance", "gcp:redis/cluster:Cluster", "gcp:memorystore/instance:Instance",
            "gcp:sql/databaseInstance:DatabaseInstance", "kubernetes:networking.k8s.io/v1:Ingress",
        ],
        OfResource = (resource, context) => Check(resource),
    };

    private static IEnumerable<PolicyViolation> Check(Resource resource)
    {
        var (path, isPlain) = resource.TypeToken switch
        {
            "aws:lb/listener:Listener" => ("protocol", resource.At("protocol").AsText() is "HTTP" && resource.At("defaultActions").AsItems().Any(action => action.At("type").AsText() != "redirect")),
            "aws:elasticache/replicationGroup:ReplicationGroup" => ("transitEncryptionEnabled", !resource.At("transitEncryptionEnabled").IsTrue()),
            "gcp:redis/instance:Instance" => ("transitEncryptionMode", resource.At("transitEncryptionMode").AsText() != "SERVER_AUTHENTICATION"),
            "gcp:redis/cluster:Cluster" => ("transitEncryptionMode", resource.At("transitEncryptionMode").AsText() != "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"),
            "gcp:memorystore/instance:Instance" => ("transitEncryptionMode", resource.At("transitEncryptionMode").AsText() != "SERVER_AUTHENTICATION"),
            "gcp:sql/databaseInstance:DatabaseInstance" => ("settings.ipConfiguration.sslMode", resource.At("settings.ipConfiguration.sslMode").AsText() is null or "ALLOW_UNENCRYPTED_AND_ENCRYPTED"),
            _ => ("spec.tls", resource.At("spec.tls").AsItems() is []),
        };
        if (isPlain)
        {
            yield return new(path, $"'{resource.LogicalName}' takes connections without encryption. Set '{path}' so that it takes TLS only.");
        }
    }
}
