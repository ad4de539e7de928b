using Strata.Platform.Images;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>An image's Dockerfile and exact requirements, wherever they are put.</summary>
internal static class ImageTemplate
{
    private const string Name = "images/Dockerfile.sbn";

    /// <param name="holdsRunner">The program that hands on what steps give out is copied in.</param>
    public static IEnumerable<RenderedFile> Files(ImageConfig image, ImageAccelerator accelerator, string folder, RenderContext context, bool holdsRunner = false)
    {
        var model = new TemplateMap(
            new("name", image.Name),
            new("base", image.From ?? BaseImages.Of(image, accelerator)),
            new("python", image.Python),
            new("installer", PropertyNames.OfChoice(image.Installer.ToString())),
            new("use", PropertyNames.OfChoice(image.Use.ToString())),
            new("packages", TemplateValue.List(image.Packages.Order(StringComparer.Ordinal).Select(package => (TemplateValue)package))),
            new("source", image.Source),
            new("runner", holdsRunner),
            new("environment", new TemplateMap(image.Environment.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, (TemplateValue)e.Value)))),
            new("index", BaseImages.IndexOf(image, accelerator)));
        if (context.File($"{folder}/Dockerfile", Name, model) is { } file)
        {
            yield return file;
        }

        yield return new RenderedFile($"{folder}/requirements.txt", string.Join('\n', image.Requirements.Order(StringComparer.OrdinalIgnoreCase)) + "\n", "images/requirements");
    }
}
