namespace Strata.Platform.Foundation;

/// <summary>A Compute Engine quota and how much of it the stack needs when everything in it is as large as it may be.</summary>
/// <param name="QuotaId">As the Cloud Quotas API names it: <c>NVIDIA-L4-GPUS-per-project-region</c>.</param>
/// <param name="Region">Null for the quota over all regions.</param>
/// <param name="GpuFamily">For quotas that are told apart by family: <c>NVIDIA_H100</c>.</param>
/// <param name="Value">How many GPUs.</param>
public sealed record GcpQuotaNeed(string QuotaId, string? Region, string? GpuFamily, int Value);
