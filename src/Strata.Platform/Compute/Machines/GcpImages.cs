namespace Strata.Platform.Compute;

/// <summary>What machines outside of clusters boot when the file names no image. Families: each machine gets the newest of its day.</summary>
internal static class GcpImages
{
    /// <summary>CUDA, NVIDIA's driver and Python (https://cloud.google.com/deep-learning-vm/docs/images, read 2026).</summary>
    public const string DeepLearning = "projects/deeplearning-platform-release/global/images/family/common-cu128-ubuntu-2204-nvidia-570";

    public const string Plain = "projects/debian-cloud/global/images/family/debian-12";

    /// <summary>What Batch makes for containers; it can install GPU drivers on it (https://cloud.google.com/batch/docs/vm-os-environment-overview, read 2026).</summary>
    public const string Batch = "projects/batch-custom-image/global/images/family/batch-cos-stable-official";
}
