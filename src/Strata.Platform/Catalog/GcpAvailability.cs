using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>
/// Where GCP offers a family, an attachable GPU, or a TPU host that is not offered in every checked region, with the zones where they are
/// known (<c>europe-west4:ab</c>). Regions: <see cref="MachineSources.GcpRegions"/>; zones: <see cref="MachineSources.GcpZones"/>, for N1
/// <see cref="MachineSources.GcpAttachedZones"/>; TPUs: <see cref="MachineSources.GcpTpuZones"/>.
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
        ("g2-standard", "asia-northeast1:abc asia-northeast3:ab asia-south1:abc asia-southeast1:abc europe-west1:bc europe-west2:ab europe-west3:ab europe-west4:abc europe-west6:bc northamerica-northeast1:bc us-central1:abc us-east1:bcd us-east4:ac us-west1:abc us-west4:ac"),
        ("g4-standard", "asia-northeast1 asia-south1 asia-southeast1 europe-north1 europe-west1 europe-west2 europe-west4 europe-west8 us-central1 us-east1 us-east4 us-east5 us-south1 us-west1 us-west4"),
        ("a2-highgpu", "asia-northeast1:ac asia-northeast3:ab asia-southeast1:abc europe-west4:ab us-central1:abcf us-east1:b us-west1:b us-west4:b"),
        ("a2-megagpu", "asia-southeast1:ac europe-west4:ab us-central1:abcf"),
        ("a2-ultragpu", "asia-southeast1:c europe-west4:a us-central1:ac us-east4:c us-east5:ab"),
        ("a3-highgpu", "asia-northeast1:b asia-northeast3 asia-south1:c asia-southeast1:bc australia-southeast1:c europe-north1:c europe-west1:bc europe-west3:c europe-west4:bc europe-west9:c us-central1:abc us-east4:abc us-east5:a us-west1:ab us-west4:a"),
        ("a3-megagpu", "asia-northeast1:b asia-southeast1:bc australia-southeast1:c europe-north1:c europe-west1:bc europe-west3:c europe-west4:bc us-central1:abc us-east4:abc us-east5:a us-west1:ab us-west4:a"),
        ("a3-ultragpu", "asia-south1:b europe-west1:b europe-west4:a us-central1:b us-east4:b us-east5:a us-south1:b us-west1:c"),
        ("a4-highgpu", "asia-northeast1:b asia-southeast1:b europe-north1:b europe-west1 europe-west4:b us-central1:b us-east1:b us-east4:b us-south1:b us-west2:c"),
        ("nvidia-tesla-t4", "asia-northeast1:ac asia-northeast3:bc asia-south1:abc asia-southeast1:abc australia-southeast1:ac europe-central2:bc europe-west1:bcd europe-west2:ab europe-west3:b europe-west4:abc northamerica-northeast1:c southamerica-east1:ac us-central1:abcf us-east1:acd us-east4:abc us-west1:ab us-west2:bc us-west4:ab"),
        ("nvidia-tesla-v100", "europe-west4:abc us-central1:abcf us-east1:ac us-west1:ab"),
        ("nvidia-tesla-p4", "asia-southeast1:bc australia-southeast1:ab europe-west4:bc northamerica-northeast1:abc us-central1:ac us-east4:abc us-west2:bc"),
        ("nvidia-tesla-p100", "australia-southeast1:c europe-west1:bd europe-west4:a us-central1:cf us-east1:abc us-west1:ab"),
        ("ct5lp-hightpu", "europe-west4:b us-central1:a us-south1:a us-west1:c us-west4:a"),
        ("ct5p-hightpu", "europe-west4:b us-central1:a us-east5:a"),
        ("ct6e-standard", "asia-northeast1:b europe-west4:a us-central1:b us-east1:d us-east5:ab"),
        ("tpu7x-standard", "us-central1:c"),
    ];
}
