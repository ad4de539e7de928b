using Strata.Platform.Images;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>Images that hold the program which keeps what a step hands on: those of steps that run as jobs in batch queues.</summary>
internal static class RunnerImages
{
    /// <summary>The program in the image.</summary>
    public const string Program = "strata-step";

    public static bool Holds(ImageConfig image, IReadOnlyList<PlacedWorkflow> workflows) =>
        workflows.Any(placed => Engines.Contains(placed.Scheduler.Engine) && placed.Workflow.Steps.Any(step => step.Config.Image.Name == image.Name));

    private static readonly WorkflowEngine[] Engines = [WorkflowEngine.StepFunctions, WorkflowEngine.Batch, WorkflowEngine.Workflows];
}
