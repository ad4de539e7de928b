using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>
/// Where GCP offers a family, an attachable GPU, or a TPU host that is not offered in every checked region, with the zones where they are
/// known (<c>europe-west4:ab</c>). Sources: <see cref="MachineSources.GcpRegions"/>, for TPUs <see cref="MachineSources.GcpTpuZones"/>.
/// </summary>
internal static class GcpAvailability
{
    public static ImmutableArray<string> Regions { get; } =
    [
        "asia-northeast1", "asia-northeast3", "asia-south1", "asia-southeast1", "australia-southeast1", "europe-central2", "europe-north1",
        "europe-southwest1", "europe-west1", "europe-west2", "europe-west3", "europe-west4", "europe-west6", "europe-west8",
        "europe-west9", "northamerica-northeast1", "southamerica-east1", "us-central1", "us-east1", "us-east4", "us-east5", "us-south1",
        "us-west1", "us-west2", "us-west4",
    ];

    public static ImmutableArray<(string Machine, string Offered)> Rows { get; } =
    [
        ("n1-standard", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 australia-southeast1 europe-central2 europe-north1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-west1 us-west2 us-west4"),
        ("n1-highmem", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 australia-southeast1 europe-central2 europe-north1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-west1 us-west2 us-west4"),
        ("c3-standard", "asia-northeast1 asia-south1 asia-southeast1 australia-southeast1 europe-north1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west9 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west4"),
        ("c3-highmem", "asia-northeast1 asia-south1 asia-southeast1 europe-west1 europe-west2 europe-west3 europe-west4 northamerica-northeast1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west4"),
        ("c3-highcpu", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 australia-southeast1 europe-west1 europe-west2 europe-west3 europe-west4 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west4"),
        ("c4a-standard", "asia-northeast1 asia-south1 asia-southeast1 australia-southeast1 europe-central2 europe-north1 europe-southwest1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west4"),
        ("c4a-highmem", "asia-northeast1 asia-south1 asia-southeast1 australia-southeast1 europe-central2 europe-north1 europe-southwest1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west2 us-west4"),
        ("g2-standard", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 europe-west1 europe-west2 europe-west3 europe-west4 europe-west6 northamerica-northeast1 us-central1 us-east1 us-east4 us-west1 us-west4"),
        ("g4-standard", "asia-northeast1 asia-south1 asia-southeast1 europe-north1 europe-west1 europe-west2 europe-west4 europe-west8 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west4"),
        ("a2-highgpu", "asia-northeast1 asia-northeast3 asia-southeast1 europe-west4 us-central1 us-east1 us-west1 us-west4"),
        ("a2-megagpu", "asia-southeast1 europe-west4 us-central1"),
        ("a2-ultragpu", "asia-southeast1 europe-west4 us-central1 us-east4 us-east5"),
        ("a3-highgpu", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 australia-southeast1 europe-north1 europe-west1 europe-west3 europe-west4 europe-west9 us-central1 us-east4 us-east5 us-west1 us-west4"),
        ("a3-megagpu", "asia-northeast1 asia-southeast1 australia-southeast1 europe-north1 europe-west1 europe-west3 europe-west4 us-central1 us-east4 us-east5 us-west1 us-west4"),
        ("a3-ultragpu", "asia-south1 europe-west1 europe-west4 us-central1 us-east4 us-east5 us-south1 us-west1"),
        ("a4-highgpu", "asia-northeast1 asia-southeast1 europe-north1 europe-west1 europe-west4 us-central1 us-east1 us-east4 us-south1 us-west2"),
        ("nvidia-tesla-t4", "asia-northeast1 asia-northeast3 asia-south1 asia-southeast1 australia-southeast1 europe-central2 europe-west1 europe-west2 europe-west3 europe-west4 northamerica-northeast1 southamerica-east1 us-central1 us-east1 us-east4 us-west1 us-west2 us-west4"),
        ("nvidia-tesla-v100", "europe-west4 us-central1 us-east1 us-west1"),
        ("nvidia-tesla-p4", "asia-southeast1 australia-southeast1 europe-west4 northamerica-northeast1 us-central1 us-east4 us-west2"),
        ("nvidia-tesla-p100", "australia-southeast1 europe-west1 europe-west4 us-central1 us-east1 us-west1"),
        ("ct5lp-hightpu", "europe-west4:b us-central1:a us-south1:a us-west1:c us-west4:a"),
        ("ct5p-hightpu", "europe-west4:b us-central1:a us-east5:a"),
        ("ct6e-standard", "asia-northeast1:b europe-west4:a us-central1:b us-east1:d us-east5:ab"),
    ];
}
