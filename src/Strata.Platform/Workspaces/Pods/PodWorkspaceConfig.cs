using System.ComponentModel;
using Strata.Platform.Components;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>A pod of one's own for each user in the team's namespace, reached by SSH through 'kubectl port-forward'.</summary>
public sealed record PodWorkspaceConfig : WorkspaceConfig, IClusterGuest, IStorageUser
{
    [Description("The cluster. The stack's only one when left out.")]
    public Ref<Cluster>? Cluster { get; init; }

    [Description("The image, with its tag: it has an SSH server that runs without root, as linuxserver/openssh-server has.")]
    [Pattern("^[a-z0-9./_-]+(:[0-9]+)?[a-z0-9./_-]*:[A-Za-z0-9._-]+$", "an image with its tag, such as lscr.io/linuxserver/openssh-server:10.0_p1-r7-ls202")]
    public string? Image { get; init; }

    [Description("Processor cores of each pod.")]
    public CpuCount Cpu { get; init; } = CpuCount.FromCores(2);

    [Description("Memory of each pod.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(8);

    [Description("The pool the pods run on. Any without accelerators when left out.")]
    public Ref<Pool>? Pool { get; init; }

    [Description("GPUs of each pod, where the pool has some.")]
    [Bounds(0, 8)]
    public int Gpu { get; init; }

    [Description("How much each person's home holds.")]
    public ByteSize HomeSize { get; init; } = ByteSize.FromGibibytes(20);

    [Description("The public SSH keys of users: { ada: ssh-ed25519 AAAA… }.")]
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string>();

    [Description("The storage that pods may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}
