using Strata.Platform.Catalog;

namespace Strata.Platform.Schedulers;

/// <summary>Ray's own images.</summary>
internal static class RayImages
{
    /// <summary>The version of Ray in them. Since 2.52 nobody can use a cluster without its token.</summary>
    public const string Version = "2.58.0";

    /// <param name="accelerated">With CUDA.</param>
    public static string For(RayConfig config, bool accelerated) => config.Image ?? $"{ContainerImages.Get("ray").Reference}{(accelerated ? "-gpu" : "")}";
}
