namespace Strata.Platform.Catalog;

/// <summary>Which prepared node image a machine boots.</summary>
public static class NodeImages
{
    public static FactSource EksSource { get; } = new("boto/botocore 1.43.11: botocore/data/eks/*/service-2.json, AMITypes", "2026-05-20");

    public static FactSource BatchSource { get; } = new("boto/botocore 1.43.11: botocore/data/batch/*/service-2.json, Ec2Configuration", "2026-05-20");

    /// <summary>The <c>amiType</c> of an EKS managed node group. The NVIDIA and Neuron images bring their drivers.</summary>
    public static string EksAmiType(MachineType machine) => (machine.Accelerator?.Accelerator.Kind, machine.Architecture) switch
    {
        (AcceleratorKind.NvidiaGpu, Architecture.Arm) => "AL2023_ARM_64_NVIDIA",
        (AcceleratorKind.NvidiaGpu, _) => "AL2023_x86_64_NVIDIA",
        (AcceleratorKind.Neuron, _) => "AL2023_x86_64_NEURON",
        (_, Architecture.Arm) => "AL2023_ARM_64_STANDARD",
        _ => "AL2023_x86_64_STANDARD",
    };

    /// <summary>The <c>imageType</c> of an AWS Batch compute environment on EC2.</summary>
    public static string BatchImageType(MachineType machine) =>
        machine.Accelerator?.Accelerator.Kind == AcceleratorKind.NvidiaGpu ? "ECS_AL2023_NVIDIA" : "ECS_AL2023";
}
