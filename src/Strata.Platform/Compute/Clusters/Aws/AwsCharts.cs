using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;

namespace Strata.Platform.Compute;

/// <summary>Charts that every EKS cluster is run with.</summary>
internal static class AwsCharts
{
    /// <summary>Installs one of the catalog's charts, under its own name, where it is installed by custom.</summary>
    /// <param name="key">The catalog's key.</param>
    /// <param name="after">What must be there besides <see cref="ClusterHandle.Ready"/>.</param>
    public static Resource Add(ComponentContext context, EksClusterHandle cluster, string key, IReadOnlyList<Resource> after, ValueMap values)
    {
        var chart = HelmCharts.Get(key);
        return HelmInstall.Add(context.Scope, context.Stack, cluster, chart, $"{context.Name}-{key}", key, chart.Namespace, values, new ResourceOptions { DependsOn = [.. cluster.Ready, .. after] });
    }
}
