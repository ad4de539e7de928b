using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>What the machine tables were read from.</summary>
internal static class MachineSources
{
    public static FactSource AwsTypes { get; } = new("aws/karpenter-provider-aws: website/content/en/preview/reference/instance-types.md", "2026-07-11");

    /// <summary>On-demand prices of us-east-1; a type without one is sold only as a capacity block.</summary>
    public static FactSource AwsPrices { get; } = new("aws/karpenter-provider-aws: pkg/providers/pricing/zz_generated.pricing_aws.go", "2026-07-20");

    public static FactSource AwsRegions { get; } = new("aws-cloudformation/cfn-lint: src/cfnlint/data/schemas/extensions/aws_ec2_instance/instancetype_enum.json", "2026-08-19");

    public static FactSource GcpTypes { get; } = new("Cyclenerd/google-cloud-pricing-cost-calculator: tools/machinetypes.csv", "2026-07-01");

    /// <summary>On-demand prices of us-central1.</summary>
    public static FactSource GcpPrices { get; } = new("kubernetes/autoscaler: cluster-autoscaler/cloudprovider/gce/gce_price_info.go", "2026-06-23");

    public static FactSource GcpRegions { get; } = new("Cyclenerd/google-cloud-pricing-cost-calculator: tools/machinetyperegion.csv, tools/acceleratortyperegion.csv", "2026-08-17");

    public static FactSource GcpZones { get; } = new("skypilot-org/skypilot-catalog: catalogs/v8/gcp/vms.csv", "2026-11-21");

    /// <summary>Zones of the GPUs one attaches to N1 machines; an older list than the others.</summary>
    public static FactSource GcpAttachedZones { get; } = new("Cyclenerd/google-cloud-pricing-cost-calculator: tools/acceleratortypezone.csv", "2023-05-02");

    /// <summary>How many GPUs an N1 machine takes, and with how much CPU and memory.</summary>
    public static FactSource GcpAttached { get; } = new("skypilot-org/skypilot: sky/catalog/gcp_catalog.py", "2026-11-21");

    public static FactSource GcpLocalSsd { get; } = new("GoogleCloudPlatform/cluster-toolkit: modules/compute/gke-node-pool/disk_definitions.tf", "2026-06-25");

    /// <summary>Which machines are not sold on demand, which take only Hyperdisk, and the local SSD of the smaller A2 and A3 types.</summary>
    public static FactSource GcpAccelerated { get; } = FactSource.NotReread("https://docs.cloud.google.com/compute/docs/accelerator-optimized-machines");

    public static FactSource GcpTpuZones { get; } = new("https://docs.cloud.google.com/tpu/docs/types-zones", "2026-11-21");

    public static FactSource GkeTpus { get; } = new("AI-Hypercomputer/xpk: src/xpk/core/system_characteristics.py", "2026-06-25");

    public static ImmutableArray<FactSource> All { get; } =
    [
        AwsTypes, AwsPrices, AwsRegions, GcpTypes, GcpPrices, GcpRegions, GcpZones, GcpAttachedZones, GcpAttached, GcpLocalSsd, GcpAccelerated,
        GcpTpuZones, GkeTpus,
    ];
}
