using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>Every accelerator the machine tables know.</summary>
public static class Accelerators
{
    private static readonly FactSource Aws = MachineSources.AwsTypes;
    private static readonly FactSource Gcp = FactSource.NotReread("https://docs.cloud.google.com/compute/docs/gpus");
    private static readonly FactSource Tpu = FactSource.NotReread("https://docs.cloud.google.com/tpu/docs/system-architecture-tpu-vm");
    private static readonly FactSource Neuron = FactSource.NotReread("https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/neuron-hardware");

    public static Accelerator P4 { get; } = new("p4", AcceleratorKind.NvidiaGpu, 8, Gcp);
    public static Accelerator P100 { get; } = new("p100", AcceleratorKind.NvidiaGpu, 16, Gcp);
    public static Accelerator T4 { get; } = new("t4", AcceleratorKind.NvidiaGpu, 16, Aws);
    public static Accelerator V100 { get; } = new("v100", AcceleratorKind.NvidiaGpu, 16, Gcp);
    public static Accelerator V100Of32Gb { get; } = new("v100-32gb", AcceleratorKind.NvidiaGpu, 32, Aws);
    public static Accelerator A10g { get; } = new("a10g", AcceleratorKind.NvidiaGpu, 24, Aws);
    public static Accelerator L4 { get; } = new("l4", AcceleratorKind.NvidiaGpu, 24, Aws);
    public static Accelerator L40s { get; } = new("l40s", AcceleratorKind.NvidiaGpu, 48, Aws);
    public static Accelerator RtxPro6000 { get; } = new("rtx-pro-6000", AcceleratorKind.NvidiaGpu, 96, Aws);
    public static Accelerator A100 { get; } = new("a100", AcceleratorKind.NvidiaGpu, 40, Aws);
    public static Accelerator A100Of80Gb { get; } = new("a100-80gb", AcceleratorKind.NvidiaGpu, 80, Aws);
    public static Accelerator H100 { get; } = new("h100", AcceleratorKind.NvidiaGpu, 80, Aws);
    public static Accelerator H200 { get; } = new("h200", AcceleratorKind.NvidiaGpu, 141, Aws);
    public static Accelerator B200 { get; } = new("b200", AcceleratorKind.NvidiaGpu, 180, Aws);
    public static Accelerator Inferentia2 { get; } = new("inferentia2", AcceleratorKind.Neuron, 32, Neuron);
    public static Accelerator Trainium { get; } = new("trainium", AcceleratorKind.Neuron, 32, Neuron);
    public static Accelerator Trainium2 { get; } = new("trainium2", AcceleratorKind.Neuron, 96, Neuron);
    public static Accelerator TpuV5e { get; } = new("v5e", AcceleratorKind.Tpu, 16, Tpu);
    public static Accelerator TpuV5p { get; } = new("v5p", AcceleratorKind.Tpu, 95, Tpu);
    public static Accelerator TpuV6e { get; } = new("v6e", AcceleratorKind.Tpu, 32, Tpu);
    public static Accelerator Tpu7x { get; } = new("tpu7x", AcceleratorKind.Tpu, 192, Tpu);

    public static ImmutableArray<Accelerator> All { get; } =
    [
        P4, P100, T4, V100, V100Of32Gb, A10g, L4, L40s, RtxPro6000, A100, A100Of80Gb, H100, H200, B200,
        Inferentia2, Trainium, Trainium2, TpuV5e, TpuV5p, TpuV6e, Tpu7x,
    ];

    /// <summary>What a stack file can name under <c>gpu</c>: everything but TPUs, which are asked for as a slice.</summary>
    public static ImmutableArray<Accelerator> Gpus { get; } = [.. All.Where(a => a.Kind != AcceleratorKind.Tpu)];

    public static Accelerator? Find(string name) => All.FirstOrDefault(a => a.Name == name);
}
