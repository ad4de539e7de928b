using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Components;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Endpoints;

/// <summary>An endpoint that the team runs on a cluster.</summary>
public abstract record ClusterEndpoint : EndpointConfig, IClusterGuest
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The pool whose machines its replicas run on. Where they ask for GPUs, one that has them; otherwise any without, when left out.")]
    public Ref<Pool>? Pool { get; init; }

    [Description("Processor cores of each replica.")]
    public CpuCount Cpu { get; init; } = CpuCount.FromCores(1);

    [Description("Memory of each replica.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(2);

    [Description("GPUs of each replica.")]
    [Bounds(0, 16)]
    public int Gpu { get; init; }

    [Description("The host name it is reached by: behind signing in, or, with 'gateway', as the route's host name. Only from inside the cluster when left out.")]
    public string? Host { get; init; }

    [Description("The Gateway (Gateway API) whose route shares out requests between models. Whoever runs it says who may come in.")]
    public EndpointGateway? Gateway { get; init; }

    /// <summary>What the engine needs on its cluster besides what <see cref="Rollout"/> does.</summary>
    public abstract IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud);
}

/// <summary>A Gateway of the cluster.</summary>
public sealed record EndpointGateway : ConfigRecord
{
    [Description("Its name.")]
    public required string Name { get; init; }

    [Description("Its namespace.")]
    public required string Namespace { get; init; }
}
