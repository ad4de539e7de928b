using Strata.Aws.Fsx;
using Strata.Aws.Fsx.Inputs;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Naming;
using Strata.Platform.Stacks;

namespace Strata.Platform.Storage;

/// <summary>A fast file system as FSx for Lustre in the first private subnet: Lustre lives in one zone.</summary>
internal static class AwsScratch
{
    /// <summary>What Lustre's servers and clients talk on, both ways.</summary>
    private static readonly (int From, int To)[] Ports = [(988, 988), (1018, 1023)];

    private static readonly int[] Throughputs = [125, 250, 500, 1000];

    public static AwsScratchHandle Expand(Scratch config, ComponentContext context)
    {
        Check(config, context);
        var aws = context.Expansion.Foundations.Aws;
        var group = AwsNetworkAccess.Add(context.Scope, context.Name, "Lustre", aws.Network, Ports, bothWays: true);
        var system = context.Scope.Add(new LustreFileSystem(context.Name)
        {
            DeploymentType = config.Persistent ? "PERSISTENT_2" : "SCRATCH_2",
            StorageCapacity = config.Size.WholeGibibytes,
            PerUnitStorageThroughput = config.Persistent ? config.Throughput : null,
            DataCompressionType = "LZ4",

            // The version that associations with buckets need on either deployment type, and today's clients too.
            FileSystemTypeVersion = "2.15",
            SubnetIds = aws.Network.PrivateSubnet(0),
            SecurityGroupIds = [group.Id],

            // What is not persistent is encrypted with a key that FSx throws away with it.
            KmsKeyId = config.Persistent ? aws.Keys.ArnFor("storage") : null,
            Tags = new InputMap<string> { ["Name"] = context.Named(AwsNames.EfsCreationToken) },
        });
        if (config.Source is { } source)
        {
            Fill(context, system, source);
        }

        return new AwsScratchHandle(system, group, config.Size.WholeGibibytes);
    }

    private static void Check(Scratch config, ComponentContext context)
    {
        if (config.Size.WholeGibibytes is var size && !LustreSizes.Takes(size))
        {
            context.Diagnostics.Add(AwsStorageErrors.LustreSize(config.SpanOf(nameof(config.Size)), context.Name, config.Size.ToString(), LustreSizes.Nearest(size)));
        }

        var throughput = config.SpanOf(nameof(config.Throughput));
        if (config.Persistent && !Throughputs.Contains(config.Throughput))
        {
            context.Diagnostics.Add(AwsStorageErrors.LustreThroughput(throughput, context.Name, config.Throughput, Throughputs.Select(t => $"{t}")));
        }

        if (!config.Persistent && config.IsSet(nameof(config.Throughput)))
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(throughput, "throughput", context.Name, "only a persistent file system has a choice; one that is not has 200 MB/s for each TiB"));
        }

        if (config.StorageClass is not null)
        {
            context.Diagnostics.Add(AwsStorageErrors.MeansNothing(config.SpanOf(nameof(config.StorageClass)), "storageClass", context.Name, "the file system is FSx for Lustre's and no volume claim"));
        }
    }

    /// <summary>
    /// Shows the bucket's objects as files: names at once and as they change, contents when first read. Nothing is written back.
    /// </summary>
    private static void Fill(ComponentContext context, LustreFileSystem system, Ref<ObjectStore> source)
    {
        if (context.Use<ObjectStoreHandle>(source) is not AwsObjectStoreHandle store)
        {
            var cloud = context.Stack.CloudOf(context.Stack.Components.First(c => c is ObjectStore && c.Name == source.Name));
            context.Diagnostics.Add(AwsStorageErrors.SourceElsewhere(source.Span, context.Name, source.Name, cloud.Title()));
            return;
        }

        if (store.Key is not null && context.Stack.Config.Encryption.Existing is not null)
        {
            context.Diagnostics.Add(AwsStorageErrors.SourceKey(source.Span, context.Name, source.Name));
        }

        context.Scope.Add(new DataRepositoryAssociation($"{context.Name}-source")
        {
            FileSystemId = system.Id,
            FileSystemPath = $"/{source.Name}",
            DataRepositoryPath = store.Url,
            BatchImportMetaDataOnCreate = true,
            S3 = new DataRepositoryAssociationS3Args
            {
                AutoImportPolicy = new DataRepositoryAssociationS3AutoImportPolicyArgs { Events = ["NEW", "CHANGED", "DELETED"] },
            },
        });
    }
}
