namespace Strata.Platform.Catalog;

/// <summary>Whose device it is, which decides resource names, taints and node images.</summary>
public enum AcceleratorKind
{
    NvidiaGpu,
    AmdGpu,
    Tpu,

    /// <summary>AWS Trainium and Inferentia.</summary>
    Neuron,
}
