using Strata.Platform.Images;

namespace Strata.Platform.Rendering;

/// <summary>What images are built from: a Dockerfile and exact requirements for each.</summary>
internal static class ImageFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context) =>
        context.Stack.Config.Images.Values.SelectMany(image => ImageTemplate.Files(image, ImageAccelerators.Of(image, context.Expanded.Workflows), FolderOf(image), context));

    /// <summary>Below the stack's output folder.</summary>
    public static string FolderOf(ImageConfig image) => $"images/{image.Name}";
}
