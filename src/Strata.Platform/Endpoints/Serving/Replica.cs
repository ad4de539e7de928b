using System.Globalization;
using Strata.Graph;
using Strata.Kubernetes.Core.V1.Inputs;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>What one replica asks of its cluster, and where it may land.</summary>
/// <param name="Pool">The pool it lands on; null for any machine without accelerators.</param>
/// <param name="Resources">What each container asks for: no more memory than that, and no fewer GPUs.</param>
internal sealed record Replica(PoolHandle? Pool, ResourceRequirementsArgs Resources)
{
    public InputMap<string>? NodeSelector => Pool is null ? null : Foundation.Tags.ToInput(Pool.NodeSelector);

    /// <summary>For the pool's taints; null where it has none.</summary>
    public InputList<TolerationArgs>? Tolerations => Pool is null or { Tolerations.Count: 0 } ? null : [.. Pool.Tolerations.Select(toleration => Input.FromValue<TolerationArgs>(toleration))];

    /// <exception cref="ExpansionStoppedException">It asks for GPUs that no pool has; that is among the diagnostics.</exception>
    public static Replica Of(ClusterEndpoint config, ComponentContext context, ClusterHandle cluster)
    {
        var pool = PoolOf(config, context, cluster);
        if (pool is { Config.Spot: true } && config.Mode == EndpointMode.Online && config.Min < 2)
        {
            context.Diagnostics.Add(EndpointErrors.SpotWithOneReplica(config.SpanOf(nameof(config.Pool)) ?? config.KeySpan, config.Name, pool.Config.Name));
        }

        var requests = new InputMap<string> { ["cpu"] = config.Cpu.ToString(), ["memory"] = config.Memory.ToString() };
        var limits = new InputMap<string> { ["memory"] = config.Memory.ToString() };
        if (config.Gpu > 0 && pool?.AcceleratorResource is { } accelerator)
        {
            requests[accelerator] = config.Gpu.ToString(CultureInfo.InvariantCulture);
            limits[accelerator] = config.Gpu.ToString(CultureInfo.InvariantCulture);
        }

        return new Replica(pool, new ResourceRequirementsArgs { Requests = requests, Limits = limits });
    }

    /// <summary>The named pool, or for GPUs the one with the fewest that has enough.</summary>
    private static PoolHandle? PoolOf(ClusterEndpoint config, ComponentContext context, ClusterHandle cluster)
    {
        var named = config.Pool is null ? null : context.Use<PoolHandle>(config.Pool);
        if (config.Gpu == 0 || named?.AcceleratorsPerNode >= config.Gpu)
        {
            return named;
        }

        var fitting = named is not null ? null : context.Stack.Components.OfType<Pool>()
            .Where(pool => context.Stack.CloudOf(pool) == context.Cloud)
            .Select(context.Expansion.Expand)
            .OfType<PoolHandle>()
            .Where(pool => pool.Cluster.Config.Name == cluster.Config.Name && pool.AcceleratorsPerNode >= config.Gpu)
            .MinBy(pool => (pool.AcceleratorsPerNode, pool.Config.Spot, pool.Config.Name));
        if (fitting is null)
        {
            context.Diagnostics.Add(EndpointErrors.NoGpuPool(
                config.SpanOf(nameof(config.Gpu)), config.Name, config.Gpu, named is null ? $"the cluster '{cluster.Config.Name}'" : $"the pool '{named.Config.Name}'"));
            throw new ExpansionStoppedException();
        }

        return fitting;
    }
}
