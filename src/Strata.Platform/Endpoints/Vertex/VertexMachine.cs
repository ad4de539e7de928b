using Strata.Graph;
using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>A machine as Vertex AI's API writes it (v1, MachineSpec).</summary>
internal static class VertexMachine
{
    public static ValueMap Of(VertexEndpoint config, ComponentContext context)
    {
        var machine = MachineSelection.Choose(context, config.Machine, spot: false, context.Expansion.Foundations.Gcp.Region, config.SpanOf(nameof(config.Machine)) ?? config.KeySpan).Machine;
        return new()
        {
            ["machineType"] = machine.Name,
            ["acceleratorType"] = machine.Accelerator is { } gpu ? TypeOf(gpu) : null,
            ["acceleratorCount"] = machine.Accelerator is { } some ? (Value)some.Count : null,
        };
    }

    /// <summary><c>nvidia-l4</c> to <c>NVIDIA_L4</c>, and <c>nvidia-tesla-t4</c> to <c>NVIDIA_TESLA_T4</c>.</summary>
    private static Value TypeOf(MachineAccelerator gpu) => gpu.CloudName.Replace('-', '_').ToUpperInvariant();
}
