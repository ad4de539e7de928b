namespace Strata.Platform.Catalog;

/// <summary>Where a fact of the catalog comes from, so that the next person can check and renew it.</summary>
/// <param name="Where">A document's address, or a public repository and the path in it.</param>
/// <param name="AsOf">
/// The date of what was read, as <c>yyyy-MM-dd</c>, or the day it was read where it bears none. Null when the fact was known and the
/// document not opened for it: look there first when something is refused.
/// </param>
public sealed record FactSource(string Where, string? AsOf)
{
    /// <summary>A fact that was known and not looked up; the document that would say so.</summary>
    public static FactSource NotReread(string where) => new(where, null);

    public override string ToString() => $"{Where} ({AsOf ?? "not re-read"})";
}
