namespace Strata.Platform.Catalog;

/// <summary>A kind of accelerator under the one name stack files use on every cloud.</summary>
/// <param name="Name">Lower-case: <c>l4</c>, <c>a100-80gb</c>, <c>trainium</c>, <c>v5e</c>.</param>
/// <param name="Kind">Decides resource names and taints.</param>
/// <param name="MemoryGb">The device's memory as its maker states it, in GB, per device or chip.</param>
/// <param name="Source">Where the memory was read.</param>
public sealed record Accelerator(string Name, AcceleratorKind Kind, int MemoryGb, FactSource Source);
