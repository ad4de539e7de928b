using Strata.Platform.Catalog;
using Strata.Platform.Compute;

namespace Strata.Platform.Foundation;

/// <summary>Which machine type a request comes to on Google Cloud, for those who only need to know.</summary>
internal static class GcpMachine
{
    /// <summary>Null when there is none; the component that asks for it says why.</summary>
    public static MachineType? Of(Machine machine, bool spot, string? region)
    {
        var request = new MachineRequest(
            machine.Cpu?.Cores ?? 0,
            machine.Memory?.Bytes ?? 0,
            machine.Gpu is { } gpu ? new GpuRequest(gpu.Type, gpu.Count) : null,
            machine.Tpu is { } tpu ? new TpuRequest(tpu.Type, tpu.Topology) : null,
            machine.Type,
            spot);
        return MachineResolver.Resolve(Cloud.Gcp, request, region) is MachineAnswer.Found found ? found.Choice.Machine : null;
    }
}
