using Strata.Platform.Images;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>What images are built from: a Dockerfile and exact requirements for each.</summary>
internal static class ImageFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var image in context.Stack.Config.Images.Values)
        {
            var holdsRunner = RunnerImages.Holds(image, context.Expanded.Workflows);
            foreach (var file in ImageTemplate.Files(image, ImageAccelerators.Of(image, context.Expanded.Workflows), FolderOf(image), context, holdsRunner))
            {
                yield return file;
            }

            if (holdsRunner && context.File($"{FolderOf(image)}/strata_step.py", StepProgram.Template, TemplateMap.Empty) is { } runner)
            {
                yield return runner;
            }
        }
    }

    /// <summary>Below the stack's output folder.</summary>
    public static string FolderOf(ImageConfig image) => $"images/{image.Name}";
}
