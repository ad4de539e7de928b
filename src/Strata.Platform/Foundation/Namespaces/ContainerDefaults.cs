using System.ComponentModel;
using Strata.Platform.Stacks;
using Strata.Platform.Units;

namespace Strata.Platform.Foundation;

/// <summary>The namespace's limit range: what a container gets that asks for nothing.</summary>
public sealed record ContainerDefaults : ConfigRecord
{
    [Description("Processor cores requested.")]
    public CpuCount Cpu { get; init; } = new(250);

    [Description("Memory requested.")]
    public ByteSize Memory { get; init; } = ByteSize.FromGibibytes(0.5);

    [Description("Processor cores at most.")]
    public CpuCount MaxCpu { get; init; } = CpuCount.FromCores(2);

    [Description("Memory at most.")]
    public ByteSize MaxMemory { get; init; } = ByteSize.FromGibibytes(4);
}
