namespace Strata.Platform.Foundation;

/// <summary>An EC2 quota and how much of it the stack needs when everything in it is as large as it may be.</summary>
/// <param name="Code">As Service Quotas names it: <c>L-DB2E81BA</c>.</param>
/// <param name="Name">What it limits, for people: <c>On-demand G and VT</c>.</param>
/// <param name="Vcpus">vCPUs.</param>
public sealed record AwsQuotaNeed(string Code, string Name, int Vcpus);
