using Strata.Platform.Images;

namespace Strata.Platform.Rendering;

/// <summary>What images start from where the file names no image: the same small Debian for all, libraries come from packages.</summary>
internal static class BaseImages
{
    // Seen in docker-library/official-images: library/python on 2026-08-21, and NVIDIA's CUDA images on 2026-08-21.
    private static readonly Dictionary<string, string> Python = new()
    {
        ["3.12"] = "docker.io/library/python:3.12.14-slim-bookworm",
        ["3.13"] = "docker.io/library/python:3.13.15-slim-bookworm",
    };

    public static string Of(ImageConfig image, ImageAccelerator accelerator) =>

        // CUDA's libraries come with the wheels of PyTorch, TensorFlow and JAX; the driver is the machine's.
        Python.GetValueOrDefault(image.Python, $"docker.io/library/python:{image.Python}-slim-bookworm");

    /// <summary>The index that has the framework's wheels for an accelerator (pytorch.org, "Get started"); null for PyPI's own.</summary>
    public static string? IndexOf(ImageConfig image, ImageAccelerator accelerator) => (image.Base, accelerator) switch
    {
        (ImageBase.Pytorch, ImageAccelerator.Cpu) => "https://download.pytorch.org/whl/cpu",
        (ImageBase.Pytorch, ImageAccelerator.Cuda) => "https://download.pytorch.org/whl/cu128",
        (ImageBase.Jax, ImageAccelerator.Tpu) => "https://storage.googleapis.com/jax-releases/libtpu_releases.html",
        _ => null,
    };
}
