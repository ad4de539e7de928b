using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Where data lies on Google Cloud. Shares have a size; of most others nobody says how much will be in them.</summary>
internal static class GcpStorage
{
    public static Pricer Pricer { get; } = new(
        [
            "gcp:storage/bucket:Bucket", "gcp:bigquery/dataset:Dataset", "gcp:artifactregistry/repository:Repository", "gcp:filestore/instance:Instance", "gcp:lustre/instance:Instance",
            "gcp:parallelstore/instance:Instance", "gcp:firestore/database:Database",
        ],
        (resource, context) => [Of(resource, context)]);

    private static CostPart Of(Resource resource, CostContext context) => resource.TypeToken switch
    {
        "gcp:storage/bucket:Bucket" => context.Usage(resource, "objects", "how much is stored", $"gcs/{resource.At("storageClass").AsText()?.ToLowerInvariant() ?? "standard"}"),
        "gcp:bigquery/dataset:Dataset" => context.Usage(resource, "tables", "how much is stored and scanned", "bigquery/storage"),
        "gcp:artifactregistry/repository:Repository" => context.Usage(resource, "images", "how large the images are", "artifactregistry/storage"),
        "gcp:firestore/database:Database" => context.Usage(resource, "documents", "how much is stored, read and written"),
        "gcp:filestore/instance:Instance" => context.Part(resource, "file share", $"filestore/{resource.At("tier").AsText()?.ToLowerInvariant().Replace('_', '-')}", Amount.Of((decimal)(resource.At("fileShares.capacityGb").AsNumber() ?? 0)), "GB"),
        "gcp:lustre/instance:Instance" => context.Part(resource, "Lustre file system", $"lustre/{resource.At("perUnitStorageThroughput").AsText()}", Amount.Of((decimal)(resource.At("capacityGib").AsNumber() ?? 0)), "GiB"),
        _ => context.Part(resource, "Parallelstore", "parallelstore/capacity", Amount.Of((decimal)(resource.At("capacityGib").AsNumber() ?? 0)), "GiB"),
    };
}
