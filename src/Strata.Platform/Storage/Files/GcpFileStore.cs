using Strata.Gcp.Filestore;
using Strata.Gcp.Filestore.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>Shared files as a Filestore instance: on disks in dev, on SSDs of one zone in staging, of the whole region in prod.</summary>
internal static class GcpFileStore
{
    private const string Share = "share";

    public static GcpFileStoreHandle Expand(FileStore config, ComponentContext context) =>
        config.Existing is { } existing ? Existing(existing, config, context) : Own(config, context);

    private static GcpFileStoreHandle Existing(string existing, FileStore config, ComponentContext context)
    {
        if (existing.Split(":/") is [{ Length: > 0 } address, { Length: > 0 } share])
        {
            return new GcpFileStoreHandle(address, share);
        }

        context.Diagnostics.Add(GcpStorageErrors.ExistingShare(config.SpanOf(nameof(config.Existing)), existing));
        throw new ExpansionStoppedException();
    }

    private static GcpFileStoreHandle Own(FileStore config, ComponentContext context)
    {
        var tier = context.Stack.Config.Environment switch
        {
            DeploymentEnvironment.Dev => FilestoreTier.BasicHdd,
            DeploymentEnvironment.Staging => FilestoreTier.Zonal,
            _ => FilestoreTier.Regional,
        };
        if (!tier.Takes(config.Size.WholeGibibytes))
        {
            context.Diagnostics.Add(GcpStorageErrors.FilestoreSize(config.SpanOf(nameof(config.Size)), context.Name, config.Size.ToString(), tier.Name, tier.Allowed));
        }

        var gcp = context.Expansion.Foundations.Gcp;
        var network = gcp.Network;
        var instance = context.Scope.Add(new Instance(context.Name, context.HoldsData with { DependsOn = [gcp.Api("file"), .. network.ServicesReady] })
        {
            Name = context.Named(GcpNames.Filestore),
            Location = tier.IsRegional ? gcp.Region : gcp.Zone,
            Tier = tier.Name,
            FileShares = new InstanceFileSharesArgs { Name = Share, CapacityGb = config.Size.WholeGibibytes },
            Networks =
            [
                new InstanceNetworkArgs
                {
                    Network = network.Network,
                    Modes = ["MODE_IPV4"],

                    // A network of someone else's may have no addresses set aside for Google's services; direct peering needs none.
                    ConnectMode = context.Stack.Config.Network.Existing is null ? "PRIVATE_SERVICE_ACCESS" : "DIRECT_PEERING",
                },
            ],
            KmsKeyName = tier.TakesKey ? gcp.Keys.IdFor("files") : null,
            DeletionProtectionEnabled = context.IsProd,
        });
        if (config.Backup)
        {
            GcpFileBackups.Add(context, instance, Share);
        }

        return new GcpFileStoreHandle(instance.GetOutput<string>("networks[0].ipAddresses[0]"), Share);
    }
}
