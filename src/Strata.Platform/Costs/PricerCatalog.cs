using System.Collections.Frozen;
using Strata.Platform.Costs.Pricers;

namespace Strata.Platform.Costs;

/// <summary>Who prices what. A type that is in none of them costs nothing by itself.</summary>
internal static class PricerCatalog
{
    public static IReadOnlyList<Pricer> All { get; } =
    [
        AwsMachines.Pricer, AwsPools.Pricer, KarpenterPools.Pricer, AwsBatchMachines.Pricer, AwsClusters.Pricer, AwsNetworks.Pricer, AwsStorage.Pricer, AwsKeys.Pricer,
        AwsDatabases.Pricer, AwsServices.Pricer, SageMakerMachines.Pricer, FargateTasks.Pricer,
        GcpMachines.Pricer, GcpPools.Pricer, GcpClusters.Pricer, GcpNetworks.Pricer, GcpForwardingRules.Pricer, GcpStorage.Pricer, GcpKeys.Pricer, GcpDatabases.Pricer, GcpWorkspaces.Pricer, GcpServices.Pricer,
        KubernetesDisks.Pricer,
    ];

    private static readonly FrozenDictionary<string, Pricer> ByType =
        All.SelectMany(pricer => pricer.Types, (pricer, type) => (pricer, type)).ToFrozenDictionary(pair => pair.type, pair => pair.pricer, StringComparer.Ordinal);

    public static Pricer? For(string type) => ByType.GetValueOrDefault(type);
}
