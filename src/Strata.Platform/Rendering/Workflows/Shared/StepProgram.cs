using Strata.Templating;

namespace Strata.Platform.Rendering;

/// <summary>The program that runs a step inside its image: handed to pods and jobs as text, or in the image where queues start it.</summary>
internal static class StepProgram
{
    public const string Template = "workflows/strata_step.py.sbn";

    /// <summary>Beside the workflows that hand it on; null after a problem.</summary>
    public static RenderedFile? In(string folder, RenderContext context) => context.File($"{folder}/strata_step.py", Template, TemplateMap.Empty);
}
