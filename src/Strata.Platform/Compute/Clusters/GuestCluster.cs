using Strata.Platform.Components;
using Strata.Platform.Stacks;

namespace Strata.Platform.Compute;

/// <summary>Finds the cluster of a component of the upper layers that the team runs itself.</summary>
internal static class GuestCluster
{
    /// <summary>The cluster it names or the stack's only one on its cloud, with all operators that the component needs. The scope's provider becomes the cluster's.</summary>
    /// <exception cref="ExpansionStoppedException">There is none, or it lacks an operator; that is among the diagnostics.</exception>
    public static ClusterHandle ClusterOf<TConfig>(this ComponentContext context, TConfig config)
        where TConfig : PlatformComponentConfig, IClusterGuest
    {
        var cluster = context.ClusterFor(config, config.Cluster);
        var missing = config.OperatorsOn(context.Cloud).Where(one => !SharedClusters.Has(context.Expansion, cluster, one)).ToList();
        foreach (var one in missing)
        {
            context.Diagnostics.Add(PlatformErrors.NeedsOperator(config.KeySpan, config.Name, PropertyNames.OfChoice(one.ToString()), cluster.Config.From?.Stack ?? context.Stack.Name));
        }

        if (missing.Count > 0)
        {
            throw new ExpansionStoppedException();
        }

        context.Scope.Use(cluster.Provider);
        return cluster;
    }
}
