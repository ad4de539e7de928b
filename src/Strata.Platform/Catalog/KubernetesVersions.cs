using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>The Kubernetes versions EKS and GKE offer, newest first. A dated list: a version that is not in it may be newer than it.</summary>
public static class KubernetesVersions
{
    public static FactSource EksSource { get; } = new("endoflife-date/endoflife.date: products/amazon-eks.md", "2026-08-22");

    public static FactSource GkeSource { get; } = new("endoflife-date/endoflife.date: products/google-kubernetes-engine.md", "2026-08-22");

    public static ImmutableArray<KubernetesVersion> Eks { get; } =
    [
        new("1.36", "2027-08-02", "2028-08-02"),
        new("1.35", "2027-03-27", "2028-03-27"),
        new("1.34", "2026-12-02", "2027-12-02"),
        new("1.33", "2026-07-29", "2027-07-29"),
        new("1.32", "2026-03-23", "2027-03-23"),
    ];

    public static ImmutableArray<KubernetesVersion> Gke { get; } =
    [
        new("1.36", "2027-08-09"),
        new("1.35", "2027-04-11"),
        new("1.34", "2026-10-01"),
        new("1.33", "2026-08-03"),
        new("1.32", "2026-04-11"),
    ];

    /// <summary>What a stack gets that names no version: not the newest, so that charts and drivers have caught up with it.</summary>
    public const string Default = "1.35";

    /// <summary>The release channel of GKE that keeps a cluster up to date by itself.</summary>
    public const string GkeChannel = "REGULAR";
}
