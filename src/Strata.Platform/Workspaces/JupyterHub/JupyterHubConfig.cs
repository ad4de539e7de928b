using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>JupyterHub on a cluster: a notebook server for everyone who signs in, on a pool of their choice.</summary>
public sealed record JupyterHubConfig : WorkspaceConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The host name that people open.")]
    public string? Host { get; init; }

    [Description("The pools that people can choose from. All of the cluster's that are not spare capacity when empty.")]
    public IReadOnlyList<Ref<Pool>> Pools { get; init; } = [];

    [Description("The notebook image, with its tag. JupyterHub's own small one when left out.")]
    [Pattern("^[a-z0-9./_-]+(:[0-9]+)?[a-z0-9./_-]*:[A-Za-z0-9._-]+$", "an image with its tag, such as quay.io/jupyter/scipy-notebook:2026-08-03")]
    public string? Image { get; init; }

    [Description("How much each person's home holds.")]
    public ByteSize HomeSize { get; init; } = ByteSize.FromGibibytes(20);

    [Description("How long a server may run at all, used or not. Unlimited when left out.")]
    public Duration? MaxLifetime { get; init; }

    [Description("Leaves kernels alone that compute, however long nobody looks at them.")]
    public bool KeepAliveWhileBusy { get; init; } = true;

    [Description("The storage that notebooks may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();

    public IEnumerable<ClusterOperator> OperatorsOn(Cloud cloud) => [ClusterOperator.Postgres];
}
