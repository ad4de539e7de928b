namespace Strata.Platform.Catalog;

/// <summary>GPUs, or Trainium and Inferentia chips, wanted in one machine.</summary>
/// <param name="Type">A name of <see cref="Accelerators.Gpus"/>.</param>
/// <param name="Count">At least 1.</param>
public sealed record GpuRequest(string Type, int Count);
