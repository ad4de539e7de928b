using Strata.Platform.Catalog;

namespace Strata.Platform.Foundation;

/// <summary>What data costs that leaves a cloud for the internet, in USD for each GB, in the first and dearest step of a month.</summary>
internal static class DataTransfer
{
    private static readonly FactSource Aws = FactSource.NotReread("https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer, Europe and North America, first 10 TB");
    private static readonly FactSource Gcp = new("https://cloud.google.com/storage/pricing-examples, to the Americas and EMEA, first TiB", "2026-11-26");

    public static (string Price, FactSource Source) OutOf(Cloud cloud) => cloud switch
    {
        Cloud.Aws => ("0.09 USD for each GB at first", Aws),
        Cloud.Gcp => ("0.12 USD for each GB at first", Gcp),
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Nobody bills what leaves a cluster of one's own."),
    };
}
