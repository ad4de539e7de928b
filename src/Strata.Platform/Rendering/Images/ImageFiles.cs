using Strata.Platform.Images;
using Strata.Platform.Stacks;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>What images are built from: a Dockerfile and exact requirements for each.</summary>
internal static class ImageFiles
{
    public static IEnumerable<RenderedFile> Render(RenderContext context)
    {
        foreach (var image in context.Stack.Config.Images.Values)
        {
            var folder = $"images/{image.Name}";
            var accelerator = ImageAccelerators.Of(image, context.Expanded.Workflows);
            var model = new TemplateMap(
                new("name", image.Name),
                new("base", image.From ?? BaseImages.Of(image, accelerator)),
                new("python", image.Python),
                new("installer", PropertyNames.OfChoice(image.Installer.ToString())),
                new("use", PropertyNames.OfChoice(image.Use.ToString())),
                new("packages", TemplateValue.List(image.Packages.Order(StringComparer.Ordinal).Select(package => (TemplateValue)package))),
                new("source", image.Source),
                new("runner", RunnerImages.Holds(image, context.Expanded.Workflows)),
                new("environment", new TemplateMap(image.Environment.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => KeyValuePair.Create(e.Key, (TemplateValue)e.Value)))),
                new("index", BaseImages.IndexOf(image, accelerator)));
            if (context.File($"{folder}/Dockerfile", "images/Dockerfile.sbn", model) is { } file)
            {
                yield return file;
            }

            if (RunnerImages.Holds(image, context.Expanded.Workflows) && context.File($"{folder}/strata_step.py", "images/strata_step.py.sbn", new TemplateMap()) is { } runner)
            {
                yield return runner;
            }

            yield return new RenderedFile($"{folder}/requirements.txt", string.Join('\n', image.Requirements.Order(StringComparer.OrdinalIgnoreCase)) + "\n", "images/requirements");
        }
    }
}
