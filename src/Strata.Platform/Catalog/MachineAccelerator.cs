namespace Strata.Platform.Catalog;

/// <summary>The accelerators of one machine.</summary>
/// <param name="Accelerator">Which.</param>
/// <param name="Count">How many devices or chips.</param>
/// <param name="CloudName">
/// The cloud's own word: <c>nvidia-l4</c>; for a TPU the value of <c>cloud.google.com/gke-tpu-accelerator</c>; on AWS what
/// Karpenter's <c>instance-gpu-name</c> or <c>instance-accelerator-name</c> says.
/// </param>
/// <param name="Attached">True when the machine type has none by itself and they are added to it (N1 on GCP).</param>
public sealed record MachineAccelerator(Accelerator Accelerator, int Count, string CloudName, bool Attached = false);
