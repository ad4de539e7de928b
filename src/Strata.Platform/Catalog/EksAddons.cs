using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>Names of EKS add-ons. Their versions are left to EKS, which has a default for each Kubernetes version.</summary>
public static class EksAddons
{
    public static FactSource Source { get; } = FactSource.NotReread("https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html");

    public const string VpcCni = "vpc-cni";
    public const string CoreDns = "coredns";
    public const string KubeProxy = "kube-proxy";
    public const string PodIdentityAgent = "eks-pod-identity-agent";
    public const string EbsCsiDriver = "aws-ebs-csi-driver";
    public const string EfsCsiDriver = "aws-efs-csi-driver";
    public const string FsxCsiDriver = "aws-fsx-csi-driver";
    public const string MountpointS3CsiDriver = "aws-mountpoint-s3-csi-driver";
    public const string SnapshotController = "snapshot-controller";
    public const string NodeMonitoringAgent = "eks-node-monitoring-agent";
    public const string CloudWatchObservability = "amazon-cloudwatch-observability";
    public const string MetricsServer = "metrics-server";

    /// <summary>What every cluster gets, in the order nodes need them.</summary>
    public static ImmutableArray<string> Basic { get; } = [VpcCni, KubeProxy, PodIdentityAgent, CoreDns, EbsCsiDriver, MetricsServer];

    /// <summary>
    /// The service account whose pods need permissions for AWS; null when the add-on needs none (the VPC CNI may also use the node's role).
    /// </summary>
    public static (string Namespace, string Name)? ServiceAccount(string addon) => addon switch
    {
        VpcCni => ("kube-system", "aws-node"),
        EbsCsiDriver => ("kube-system", "ebs-csi-controller-sa"),
        EfsCsiDriver => ("kube-system", "efs-csi-controller-sa"),
        FsxCsiDriver => ("kube-system", "fsx-csi-controller-sa"),
        MountpointS3CsiDriver => ("kube-system", "s3-csi-driver-sa"),
        CloudWatchObservability => ("amazon-cloudwatch", "cloudwatch-agent"),
        _ => null,
    };
}
