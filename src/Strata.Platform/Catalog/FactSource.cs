namespace Strata.Platform.Catalog;

/// <summary>Where a fact of the catalog was read, so that the next person can check and renew it.</summary>
/// <param name="Where">A document's address, or a public repository and the path in it.</param>
/// <param name="AsOf">The date of what was read, as <c>yyyy-MM-dd</c>.</param>
public sealed record FactSource(string Where, string AsOf)
{
    public override string ToString() => $"{Where} ({AsOf})";
}
