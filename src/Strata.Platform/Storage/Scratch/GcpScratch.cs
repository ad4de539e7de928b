using System.Globalization;
using Strata.Gcp.Lustre;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;

namespace Strata.Platform.Storage;

/// <summary>A fast file system as a Managed Lustre instance in the stack's zone, next to the machines that train.</summary>
internal static class GcpScratch
{
    // Eight letters and digits at most; there is one file system in an instance.
    private const string FileSystem = "scratch";

    public static GcpScratchHandle Expand(Scratch config, ComponentContext context)
    {
        var gcp = context.Expansion.Foundations.Gcp;
        var network = gcp.Network;
        var tier = Tier(config, context);
        var capacity = config.Size.WholeGibibytes;
        var instance = context.Scope.Add(new Instance(context.Name, new ResourceOptions { DependsOn = [gcp.Api("lustre"), .. network.ServicesReady] })
        {
            InstanceId = context.Named(GcpNames.Lustre),
            Location = gcp.Zone,
            Filesystem = FileSystem,
            CapacityGib = capacity.ToString(CultureInfo.InvariantCulture),
            PerUnitStorageThroughput = tier.ToString(),
            Network = network.Network,
            KmsKey = gcp.Keys.IdFor("scratch"),
        });
        if (config.Source is { } source)
        {
            GcpScratchImport.Add(context, instance, source);
        }

        return new GcpScratchHandle(instance.Id, instance.MountPoint, capacity);
    }

    /// <summary>The tier the file asks for or, when it asks for none, the slowest from 250 MB/s on that takes the size.</summary>
    private static LustreTier Tier(Scratch config, ComponentContext context)
    {
        var size = config.Size.WholeGibibytes;
        if (!config.IsSet(nameof(config.Throughput)) && LustreTier.All.FirstOrDefault(t => t.Throughput >= config.Throughput && t.Takes(size)) is { } fitting)
        {
            return fitting;
        }

        var tier = LustreTier.All.FirstOrDefault(t => t.Throughput == config.Throughput);
        if (tier is null)
        {
            context.Diagnostics.Add(GcpStorageErrors.LustreThroughput(config.SpanOf(nameof(config.Throughput)), context.Name, config.Throughput, LustreTier.All.Select(t => t.ToString())));
            throw new ExpansionStoppedException();
        }

        if (!tier.Takes(size))
        {
            context.Diagnostics.Add(GcpStorageErrors.LustreSize(config.SpanOf(nameof(config.Size)), context.Name, config.Size.ToString(), tier.Throughput, tier.Step));
        }

        return tier;
    }
}
