namespace Strata.Platform.Catalog;

/// <summary>A TPU slice.</summary>
/// <param name="Type"><c>v5e</c>, <c>v5p</c>, <c>v6e</c> or <c>tpu7x</c>.</param>
/// <param name="Topology">One of <see cref="TpuSlice.Topologies"/>, or a larger box.</param>
public sealed record TpuRequest(string Type, string Topology);
