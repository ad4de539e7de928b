namespace Strata.Platform.Catalog;

/// <summary>How a cloud sells a machine type.</summary>
public enum Sale
{
    /// <summary>On demand and as spot.</summary>
    OnDemand,

    /// <summary>Not on demand: as spot, by flex-start, or from a reservation (GCP).</summary>
    SpotOrReserved,

    /// <summary>Only from a capacity block bought ahead, so not as spot either (AWS).</summary>
    CapacityBlock,
}
