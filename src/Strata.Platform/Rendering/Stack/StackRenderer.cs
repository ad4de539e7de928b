using Strata.Diagnostics;
using Strata.Platform.Components;
using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>Everything that is rendered of a stack.</summary>
internal static class StackRenderer
{
    /// <summary>Each renders what it is named for; the order is that of the layers.</summary>
    private static readonly Func<RenderContext, IEnumerable<RenderedFile>>[] Renderers =
    [
        ImageFiles.Render,
        ImageBuildFiles.Render,
        WorkspaceFiles.Render,
        FeatureFiles.Render,
        WorkflowFiles.Render,
        SlurmBlueprintFiles.Render,
        ModelCardFiles.Render,
        MlflowProjectFiles.Render,
        EndpointFiles.Render,
        TrackingFiles.Render,
        GitOpsFiles.Render,
        LocalFiles.Render,
        CatalogFiles.Render,
    ];

    /// <summary>The files by path; null when there is an error among the diagnostics.</summary>
    public static IReadOnlyList<RenderedFile>? Render(ExpandedStack stack, TemplateLibrary templates, DiagnosticBag diagnostics)
    {
        var context = new RenderContext(stack, templates, diagnostics);
        List<RenderedFile> files = [.. Renderers.SelectMany(render => render(context)).OrderBy(file => file.Path, StringComparer.Ordinal)];
        return diagnostics.HasErrors ? null : files;
    }
}
