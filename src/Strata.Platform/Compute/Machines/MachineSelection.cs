using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Text;

namespace Strata.Platform.Compute;

/// <summary>The machine type a component gets for what it asks.</summary>
internal static class MachineSelection
{
    /// <summary>The smallest machine of the component's cloud that has what is asked, or the named one.</summary>
    /// <param name="at">Where the machine is asked for.</param>
    /// <param name="region">Where it must be offered.</param>
    /// <exception cref="ExpansionStoppedException">There is none; the reason is among the diagnostics.</exception>
    public static MachineChoice Choose(ComponentContext context, Machine machine, bool spot, string? region, SourceSpan? at)
    {
        var request = new MachineRequest(
            machine.Cpu?.Cores ?? 0,
            machine.Memory?.Bytes ?? 0,
            machine.Gpu is { } gpu ? new GpuRequest(gpu.Type, gpu.Count) : null,
            machine.Tpu is { } tpu ? new TpuRequest(tpu.Type, tpu.Topology) : null,
            machine.Type,
            spot);
        switch (MachineResolver.Resolve(context.Cloud, request, region))
        {
            case MachineAnswer.Found found:
                foreach (var remark in found.Remarks)
                {
                    context.Diagnostics.Add(remark(at));
                }

                return found.Choice;
            case MachineAnswer.Refused refused:
                context.Diagnostics.Add(refused.Problem(at));
                break;
        }

        throw new ExpansionStoppedException();
    }
}
