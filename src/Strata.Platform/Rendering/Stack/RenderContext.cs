using Strata.Diagnostics;
using Strata.Graph;
using Strata.Platform.Components;
using Strata.Platform.Images;
using Strata.Platform.Registries;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;
using Strata.Templating;
using Strata.Text;

namespace Strata.Platform.Rendering;

/// <summary>What a renderer can see.</summary>
internal sealed record RenderContext(ExpandedStack Expanded, TemplateLibrary Templates, DiagnosticBag Diagnostics)
{
    public StackModel Stack => Expanded.Expansion.Stack;

    /// <summary>A file made from a template; null after a problem, which is among the diagnostics.</summary>
    public RenderedFile? File(string path, string template, TemplateMap model) =>
        Templates.Render(template, model, Diagnostics) is { } text ? new RenderedFile(path, text, template) : null;

    /// <summary>What a value will be; null after saying what is not known of it.</summary>
    /// <param name="what">What needs it: "the image 'trainer'".</param>
    public string? Known(Input<string> value, string what, SourceSpan? at) => KnownValue(value.Value, what, at);

    /// <summary>The same for one of the values that a component gives out.</summary>
    public string? KnownValue(Value value, string what, SourceSpan? at)
    {
        var (text, unknown) = KnownText.Of(value, Stack);
        if (text is null)
        {
            Diagnostics.Add(unknown == KnownOutputs.AccountUnknown ? StackRenderErrors.NoAccount(new SourceSpan(Stack.File, 0, 0)) : StackRenderErrors.NotKnown(at, what, unknown!));
        }

        return text;
    }

    /// <summary>What an expanded component offers.</summary>
    public T? HandleOf<T>(ComponentConfig config)
        where T : Handle => Expanded.Expansion.Expand(config) as T;

    /// <summary>What a step runs in; null after a problem.</summary>
    public string? ImageOf(PlacedWorkflow placed, WorkflowStep step) => placed.Workflow.Config.Component?.Image ?? ReferenceTo(Stack.Config.Images[step.Config.Image.Name]);

    /// <summary>An image with its tag; null after a problem.</summary>
    public string? ReferenceTo(ImageConfig image) => RepositoryOf(image) is { } repository ? $"{repository}:{image.Tag}" : null;

    /// <summary>Where an image is, without its tag; null after a problem.</summary>
    public string? RepositoryOf(ImageConfig image)
    {
        if (RegistryImages.RegistryOf(image, Stack) is not { } config || HandleOf<RegistryHandle>(config) is not { } registry)
        {
            return null;
        }

        return Known(registry.Urls.First(url => url.Key == image.Name).Value, $"the image '{image.Name}'", image.KeySpan);
    }
}
