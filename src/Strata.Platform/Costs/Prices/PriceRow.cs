namespace Strata.Platform.Costs;

/// <summary>One price of one place.</summary>
/// <param name="Cloud"><c>aws</c>, <c>gcp</c>, <c>kubernetes</c>, or <c>*</c> for what no cloud sells.</param>
/// <param name="Region">As the cloud names it, or <c>*</c> for every region.</param>
/// <param name="Sku">Service and thing: <c>ec2/m7i.large</c>; <c>ec2/m7i.*</c> for a family that is sold by its vCPUs.</param>
/// <param name="Unit">What the price is for.</param>
/// <param name="Usd">US dollars a unit.</param>
/// <param name="Source">Where it was read: an address, or a public repository and a path in it.</param>
/// <param name="AsOf">The day of what was read.</param>
public sealed record PriceRow(string Cloud, string Region, string Sku, PriceUnit Unit, decimal Usd, string Source, DateOnly AsOf);

/// <summary>What a price is for.</summary>
public enum PriceUnit
{
    Hour,
    VcpuHour,
    GibHour,
    GbMonth,
    Month,
    Gb,
    Million,
    Each,
}
