using System.ComponentModel;
using Strata.Platform.Compute;
using Strata.Platform.Stacks;
using Strata.Platform.Storage;
using Strata.Platform.Units;

namespace Strata.Platform.Workspaces;

/// <summary>A machine of one's own for each user, reached by SSH through the cloud's tunnel and by nothing else.</summary>
public sealed record MachineWorkspaceConfig : WorkspaceConfig
{
    [Description("What each machine has.")]
    public required Machine Machine { get; init; }

    [Description("Each machine's system disk.")]
    public ByteSize Disk { get; init; } = ByteSize.FromGibibytes(100);

    [Description("Each person's home: a disk of its own that outlives the machine.")]
    public ByteSize HomeSize { get; init; } = ByteSize.FromGibibytes(100);

    [Description("The machine image: an AMI id, or an image or family on Google Cloud. The cloud's deep learning image (with GPU) or plain Linux when left out.")]
    public string? Image { get; init; }

    [Description("When machines stop whatever runs on them: the last of three nets, after the idle timer and the alarm on processor use. Every evening at eight when left out.")]
    public OffHours? OffHours { get; init; }

    [Description("The storage that machines may use, and how: { lake: read }.")]
    public IReadOnlyDictionary<Ref<StorageConfig>, AccessLevel> Access { get; init; } = new Dictionary<Ref<StorageConfig>, AccessLevel>();
}
