namespace Strata.Platform.Catalog;

/// <summary>What the machine tables were read from.</summary>
internal static class MachineSources
{
    public static FactSource AwsTypes { get; } = new("aws/karpenter-provider-aws: website/content/en/preview/reference/instance-types.md", "2026-07-11");

    /// <summary>On-demand prices of us-east-1.</summary>
    public static FactSource AwsPrices { get; } = new("aws/karpenter-provider-aws: pkg/providers/pricing/zz_generated.pricing_aws.go", "2026-07-20");

    public static FactSource AwsRegions { get; } = new("aws-cloudformation/cfn-lint: src/cfnlint/data/schemas/extensions/aws_ec2_instance/instancetype_enum.json", "2026-08-19");

    public static FactSource GcpTypes { get; } = new("Cyclenerd/google-cloud-pricing-cost-calculator: tools/machinetypes.csv", "2026-07-01");

    /// <summary>On-demand prices of us-central1.</summary>
    public static FactSource GcpPrices { get; } = new("kubernetes/autoscaler: cluster-autoscaler/cloudprovider/gce/gce_price_info.go", "2026-06-23");

    public static FactSource GcpRegions { get; } = new("Cyclenerd/google-cloud-pricing-cost-calculator: tools/machinetyperegion.csv, tools/acceleratortyperegion.csv", "2026-08-17");

    /// <summary>Which GPUs an N1 machine takes, how many, and with how much CPU and memory; which machines are not sold on demand; local SSD that comes with a machine.</summary>
    public static FactSource GcpGpus { get; } = new("https://docs.cloud.google.com/compute/docs/gpus", "2025-11-01");

    public static FactSource GcpTpuZones { get; } = new("https://docs.cloud.google.com/tpu/docs/regions-zones", "2026-01-01");

    public static FactSource GkeTpus { get; } = new("https://docs.cloud.google.com/kubernetes-engine/docs/concepts/plan-tpus", "2025-11-01");
}
