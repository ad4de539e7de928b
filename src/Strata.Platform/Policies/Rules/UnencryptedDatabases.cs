using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Policies.Rules;

/// <summary>Databases and caches whose data is stored in plain.</summary>
internal static class UnencryptedDatabases
{
    public static PolicyRule Rule { get; } = new(
        "STR711",
        "unencrypted-databases",
        PolicySubjects.Encryption,
        Severity.Error,
        "RDS instances and clusters, ElastiCache replication groups that are not encrypted at rest; EKS clusters whose secrets are not encrypted with a key where the stack asks for keys of its own.",
        "Backups of a plain database can be read by everybody they reach, and encryption cannot be switched on later without a new one.")
    {
        Types = ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:elasticache/replicationGroup:ReplicationGroup", "aws:eks/cluster:Cluster"],
        OfResource = Check,
    };

    private static IEnumerable<PolicyViolation> Check(Resource database, PolicyContext context)
    {
        var (path, isPlain) = database.TypeToken switch
        {
            "aws:elasticache/replicationGroup:ReplicationGroup" => ("atRestEncryptionEnabled", !database.At("atRestEncryptionEnabled").IsTrue()),
            "aws:eks/cluster:Cluster" => ("encryptionConfig", context.Stack.Config.Encryption.CustomerKeys && database.At("encryptionConfig") is null),
            _ => ("storageEncrypted", !database.At("storageEncrypted").IsTrue()),
        };
        if (isPlain)
        {
            yield return new(path, $"Data of '{database.LogicalName}' is stored without encryption. Set '{path}'.");
        }
    }
}
