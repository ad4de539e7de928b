using Strata.Aws.Efs;
using Strata.Aws.Efs.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Foundation;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>Shared files as an EFS file system that can be mounted from every private subnet, over TLS only.</summary>
internal static class AwsFileStore
{
    private const int Nfs = 2049;

    /// <summary>Whom files made through the team's access point belong to.</summary>
    private const int TeamId = 1000;

    public static AwsFileStoreHandle Expand(FileStore config, ComponentContext context)
    {
        var aws = context.Expansion.Foundations.Aws;
        Check(config, context);
        if (config.Existing is { } existing)
        {
            return new AwsFileStoreHandle(existing, Output.Format($"arn:aws:elasticfilesystem:{aws.Region}:{aws.AccountId}:file-system/{existing}"), null);
        }

        var name = context.Name;
        var scope = context.Scope;
        var token = context.Named(AwsNames.EfsCreationToken);
        var system = scope.Add(new FileSystem(name, context.HoldsData)
        {
            CreationToken = token,
            Encrypted = true,
            KmsKeyId = aws.Keys.ArnFor("storage"),
            ThroughputMode = "elastic",

            // EFS takes one transition in each policy.
            LifecyclePolicies =
            [
                new FileSystemLifecyclePolicyArgs { TransitionToIa = "AFTER_30_DAYS" },
                new FileSystemLifecyclePolicyArgs { TransitionToPrimaryStorageClass = "AFTER_1_ACCESS" },
            ],
            Tags = new InputMap<string> { ["Name"] = token },
        });
        scope.Add(new FileSystemPolicy($"{name}-policy") { FileSystemId = system.Id, Policy = PolicyDocument.Of(Policy(system)) });
        scope.Add(new BackupPolicy($"{name}-backup")
        {
            FileSystemId = system.Id,
            BackupPolicyDetails = new BackupPolicyBackupPolicyArgs { Status = config.Backup ? "ENABLED" : "DISABLED" },
        });
        return new AwsFileStoreHandle(system.Id, system.Arn, AccessPoint(context, system)) { Ready = MountTargets(context, system) };
    }

    private static void Check(FileStore config, ComponentContext context)
    {
        if (config.IsSet(nameof(config.Size)))
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.Size)), "size", context.Name, "EFS grows with what it holds"));
        }

        if (config.StorageClass is not null)
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.StorageClass)), "storageClass", context.Name, "the files are an EFS file system and no volume claim"));
        }
    }

    private static AccessPoint AccessPoint(ComponentContext context, FileSystem system) => context.Scope.Add(new AccessPoint($"{context.Name}-team", context.HoldsData)
    {
        FileSystemId = system.Id,
        PosixUser = new AccessPointPosixUserArgs { Uid = TeamId, Gid = TeamId },
        RootDirectory = new AccessPointRootDirectoryArgs
        {
            Path = $"/{context.Stack.Config.Team}",
            CreationInfo = new AccessPointRootDirectoryCreationInfoArgs { OwnerUid = TeamId, OwnerGid = TeamId, Permissions = "0770" },
        },
        Tags = new InputMap<string> { ["Name"] = context.Named(AwsNames.EfsCreationToken, "team") },
    });

    private static IReadOnlyList<Resource> MountTargets(ComponentContext context, FileSystem system)
    {
        var network = context.Expansion.Foundations.Aws.Network;
        var group = AwsNetworkAccess.Add(context.Scope, context.Name, "Files", network, [(Nfs, Nfs)]);
        return [.. network.KnownPrivateSubnets.Select((subnet, i) => context.Scope.Add(new MountTarget($"{context.Name}-mount-{i}")
        {
            FileSystemId = system.Id,
            SubnetId = subnet,
            SecurityGroups = [group.Id],
        }))];
    }

    /// <summary>
    /// Whoever the network lets in may mount, as without a policy: pods mount through a driver that does not sign for them. But
    /// nobody is root, and nothing goes in plain text.
    /// </summary>
    private static IEnumerable<PolicyStatement> Policy(FileSystem system)
    {
        yield return new PolicyStatement(["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"], [system.Arn])
        {
            Sid = "AllowFromMountTargets",
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap { ["Bool"] = new ValueMap { ["elasticfilesystem:AccessedViaMountTarget"] = "true" } },
        };
        yield return new PolicyStatement(["*"], [system.Arn])
        {
            Sid = "DenyInsecureTransport",
            Deny = true,
            Principal = new ValueMap { ["AWS"] = "*" },
            Condition = new ValueMap { ["Bool"] = new ValueMap { ["aws:SecureTransport"] = "false" } },
        };
    }
}
