using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>The machine that SageMaker starts for a step: the smallest of its general ones that has what the step needs.</summary>
internal static class SageMakerSizes
{
    // https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProcessingClusterConfig.html and EC2's sizes of m5 and r5, read 2026-11-26.
    private static readonly (string Size, int Cores)[] Sizes = [("large", 2), ("xlarge", 4), ("2xlarge", 8), ("4xlarge", 16), ("8xlarge", 32), ("12xlarge", 48), ("16xlarge", 64), ("24xlarge", 96)];

    /// <summary>GiB of memory for each core.</summary>
    private static readonly (string Family, int Memory)[] Families = [("m5", 4), ("r5", 8)];

    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public static string? Of(WorkflowStep step, Workflow workflow, RenderContext context)
    {
        var need = step.Config.Resources;
        if (need.Gpu is > 0)
        {
            context.Diagnostics.Add(PythonRenderErrors.NotThere(
                step.Config.SpanOf(nameof(step.Config.Resources)), workflow.Name, "SageMaker Pipelines", $"'{step.Name}' asks for GPUs, and SageMaker wants to know which, which a step does not say.", "Use 'engine: step-functions' with a queue that has them."));
            return null;
        }

        foreach (var (size, cores) in Sizes)
        {
            foreach (var (family, memory) in Families)
            {
                if (cores >= need.Cpu.Cores && cores * (double)memory >= need.Memory.WholeMebibytes / 1024.0)
                {
                    return $"ml.{family}.{size}";
                }
            }
        }

        context.Diagnostics.Add(PythonRenderErrors.NotThere(
            step.Config.SpanOf(nameof(step.Config.Resources)), workflow.Name, "SageMaker Pipelines", $"'{step.Name}' needs {need.Cpu} cores and {need.Memory}, and its largest general machines have 96 cores and 768 GiB.", "Ask for less, or use 'engine: step-functions' with a queue of larger machines."));
        return null;
    }
}
