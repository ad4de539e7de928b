namespace Strata.Platform.Catalog;

/// <summary>A TPU slice.</summary>
/// <param name="Type"><c>v5e</c>, <c>v5p</c> or <c>v6e</c>.</param>
/// <param name="Topology">One of <see cref="TpuSlice.Topologies"/>.</param>
public sealed record TpuRequest(string Type, string Topology);
