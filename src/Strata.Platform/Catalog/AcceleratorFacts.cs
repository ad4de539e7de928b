using System.Collections.Immutable;

namespace Strata.Platform.Catalog;

/// <summary>How a Kubernetes cluster speaks of a pool's accelerators: what pods request, tolerate and select.</summary>
/// <param name="ResourceName">The extended resource in a pod's limits: <c>nvidia.com/gpu</c>. A quota's key is <c>requests.</c> before it.</param>
/// <param name="TaintKey">The taint that keeps other pods away; its effect is <c>NoSchedule</c>. Tolerate it with <c>Exists</c>.</param>
/// <param name="TaintValue">The taint's value when Strata sets it; the same one GKE would set by itself.</param>
/// <param name="NodeLabels">What such a node is labelled with and its pods may select.</param>
/// <param name="LabelsAreGiven">The cluster sets the labels itself, and on GKE nobody else may; false where the pool must set them.</param>
public sealed record AcceleratorFacts(
    string ResourceName, string TaintKey, string TaintValue, ImmutableSortedDictionary<string, string> NodeLabels, bool LabelsAreGiven)
{
    public static FactSource GkeSource { get; } = new("GoogleCloudPlatform/cluster-toolkit: modules/internal/tpu-definition/main.tf; kubernetes/autoscaler: cluster-autoscaler/cloudprovider/gce/gce_cloud_provider.go", "2026-06-25");

    /// <summary>The label by which the cluster autoscaler knows a GPU node on AWS.</summary>
    public static FactSource EksSource { get; } = new("kubernetes/autoscaler: cluster-autoscaler/cloudprovider/aws/aws_cloud_provider.go", "2026-08-22");

    /// <summary>The facts of a pool of such machines on EKS or GKE; null when the machine has no accelerator.</summary>
    public static AcceleratorFacts? Of(MachineChoice choice) => (choice.Machine.Cloud, choice.Machine.Accelerator) switch
    {
        (_, null) => null,
        (Cloud.Gcp, { Accelerator.Kind: AcceleratorKind.Tpu } tpu) => Make("google.com/tpu", "present", true,
            ("cloud.google.com/gke-tpu-accelerator", tpu.CloudName), ("cloud.google.com/gke-tpu-topology", choice.Slice!.Topology)),
        (Cloud.Gcp, { } gpu) => Make("nvidia.com/gpu", "present", true, ("cloud.google.com/gke-accelerator", gpu.CloudName)),
        (_, { Accelerator.Kind: AcceleratorKind.Neuron } chip) => Make("aws.amazon.com/neuron", "true", false,
            ("k8s.amazonaws.com/accelerator", chip.CloudName)),
        (_, { } gpu) => Make("nvidia.com/gpu", "true", false,
            ("k8s.amazonaws.com/accelerator", $"nvidia-{gpu.CloudName}"), ("nvidia.com/gpu.present", "true")),
    };

    /// <summary>
    /// The facts of a pool on own hardware. NVIDIA's operator labels its nodes; for the others the pool's own labels are what pods select.
    /// </summary>
    public static AcceleratorFacts OnOwnHardware(AcceleratorKind kind) => kind switch
    {
        AcceleratorKind.NvidiaGpu => Make("nvidia.com/gpu", "present", true, ("nvidia.com/gpu.present", "true")),
        AcceleratorKind.AmdGpu => Make("amd.com/gpu", "present", false),
        AcceleratorKind.Tpu => Make("google.com/tpu", "present", false),
        _ => Make("aws.amazon.com/neuron", "present", false),
    };

    private static AcceleratorFacts Make(string resource, string taintValue, bool given, params ReadOnlySpan<(string Key, string Value)> labels) =>
        new(resource, resource, taintValue, labels.ToArray().ToImmutableSortedDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal), given);
}
