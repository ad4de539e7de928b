namespace Strata.Platform.Storage;

/// <summary>
/// What a service tier of Filestore takes, in GiB. The tiers that grow in large steps from 10 TiB on are the same tiers.
/// (https://cloud.google.com/filestore/docs/service-tiers, read 2026-08.)
/// </summary>
/// <param name="Name">As the API names it.</param>
/// <param name="IsRegional">It survives the loss of a zone and lives in a region instead of a zone.</param>
/// <param name="TakesKey">It can be encrypted with a key of the stack's own.</param>
internal sealed record FilestoreTier(string Name, bool IsRegional, bool TakesKey)
{
    private const int Tebibyte = 1024;

    public static FilestoreTier BasicHdd { get; } = new("BASIC_HDD", false, false);

    public static FilestoreTier Zonal { get; } = new("ZONAL", false, true);

    public static FilestoreTier Regional { get; } = new("REGIONAL", true, true);

    /// <summary>The sizes it takes, to follow "takes".</summary>
    public string Allowed => this == BasicHdd
        ? "1Ti to 63.9Ti in steps of 1Gi"
        : "1Ti to 9.75Ti in steps of 256Gi, and 10Ti to 100Ti in steps of 2.5Ti";

    public bool Takes(int gibibytes) => gibibytes >= Tebibyte && (this == BasicHdd
        ? gibibytes <= 65_433
        : gibibytes < 10 * Tebibyte ? gibibytes % 256 == 0 : gibibytes <= 100 * Tebibyte && gibibytes % 2560 == 0);
}
