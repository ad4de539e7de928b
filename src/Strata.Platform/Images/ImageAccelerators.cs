using Strata.Diagnostics;
using Strata.Platform.Catalog;
using Strata.Platform.Stacks;
using Strata.Platform.Workflows;

namespace Strata.Platform.Images;

/// <summary>Which accelerator an image's libraries are for: what its steps run on decides.</summary>
internal static class ImageAccelerators
{
    /// <summary>What the file says, or what the steps run on; plain processors for an image that no step uses.</summary>
    public static ImageAccelerator Of(ImageConfig image, IEnumerable<PlacedWorkflow> workflows) =>
        image.Accelerator ?? RunsOn(image, workflows).Select(run => run.Accelerator).Append(ImageAccelerator.Cpu).Max();

    /// <summary>Reports images that are to run on what needs different libraries. An image for GPUs runs without one too.</summary>
    public static void Check(StackModel stack, IReadOnlyList<PlacedWorkflow> workflows, DiagnosticBag diagnostics)
    {
        foreach (var image in stack.Config.Images.Values.Where(image => !image.IsBroken))
        {
            var runs = RunsOn(image, workflows).Where(run => run.Accelerator != ImageAccelerator.Cpu).ToList();
            if (runs.Find(run => run.Accelerator != runs[0].Accelerator) is { Step: not null } other)
            {
                diagnostics.Add(ImageErrors.TwoAccelerators(image.KeySpan, image.Name, Said(runs[0]), Said(other)));
            }
            else if (image.Accelerator is { } said && runs.Count > 0 && runs[0].Accelerator != said)
            {
                diagnostics.Add(ImageErrors.OtherAccelerator(image.SpanOf(nameof(image.Accelerator)), image.Name, Title(said), Said(runs[0])));
            }
            else if (image is { Base: ImageBase.Python, From: null, Accelerator: null } && runs.Count > 0 && runs[0].Accelerator == ImageAccelerator.Tpu)
            {
                diagnostics.Add(ImageErrors.NoTpuLibrary(image.KeySpan, image.Name, "python"));
            }
        }
    }

    private static IEnumerable<(ImageAccelerator Accelerator, string Step)> RunsOn(ImageConfig image, IEnumerable<PlacedWorkflow> workflows) =>
        from workflow in workflows
        from step in workflow.Workflow.Steps
        where step.Config.Image.Name == image.Name
        select (Of(workflow.PlaceOf(step)), $"{workflow.Workflow.Name}.{step.Name}");

    private static ImageAccelerator Of(StepPlacement place) => (place.Pool?.Machine ?? place.Queue?.Machine) switch
    {
        { Tpu: not null } => ImageAccelerator.Tpu,
        { Gpu: { } gpu } when place.Gpus > 0 && Accelerators.Find(gpu.Type)?.Kind is null or AcceleratorKind.NvidiaGpu => ImageAccelerator.Cuda,
        null when place.Gpus > 0 => ImageAccelerator.Cuda,
        _ => ImageAccelerator.Cpu,
    };

    private static string Said((ImageAccelerator Accelerator, string Step) run) => $"{Title(run.Accelerator)} ('{run.Step}')";

    private static string Title(ImageAccelerator accelerator) => accelerator switch
    {
        ImageAccelerator.Cuda => "NVIDIA GPUs",
        ImageAccelerator.Tpu => "TPUs",
        _ => "processors alone",
    };
}
