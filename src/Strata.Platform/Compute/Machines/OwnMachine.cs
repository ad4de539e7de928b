using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Units;

namespace Strata.Platform.Compute;

/// <summary>A machine of one's own, described by what it has: there is no catalog to choose it from.</summary>
/// <param name="Accelerator">How the cluster speaks of its accelerators; null for a machine without.</param>
/// <param name="Accelerators">How many it has; 0 without.</param>
internal sealed record OwnMachine(CpuCount Cpu, ByteSize Memory, AcceleratorFacts? Accelerator, int Accelerators)
{
    /// <exception cref="ExpansionStoppedException">It is described by what only a cloud has, or not enough; the reason is among the diagnostics.</exception>
    public static OwnMachine Of(Machine machine, string name, ComponentContext context)
    {
        if (machine.Type is { } type)
        {
            throw Stop(nameof(machine.Type), $"the machine type '{type}'", "Machine types are a cloud's names for what it sells.", "Say what the machines have with 'cpu', 'memory' and 'gpu'.");
        }

        if (machine.Tpu is not null)
        {
            throw Stop(nameof(machine.Tpu), "TPUs", "TPUs are found in Google Cloud only.", "Add 'cloud: gcp', or ask for a GPU.");
        }

        if (machine.Cpu is not { } cpu || machine.Memory is not { } memory)
        {
            throw Stop(nameof(machine.Cpu), "machines of unknown size", "How much work fits on a machine is counted from its cores and memory, and nothing else tells them here.", "Add 'cpu' and 'memory' to 'machine'.");
        }

        if (machine.Gpu is not { } gpu)
        {
            return new OwnMachine(cpu, memory, null, 0);
        }

        if (Catalog.Accelerators.Gpus.FirstOrDefault(a => a.Name == gpu.Type) is not { } accelerator)
        {
            context.Diagnostics.Add(MachineErrors.UnknownAccelerator(gpu.SpanOf(nameof(gpu.Type)), gpu.Type, [.. Catalog.Accelerators.Gpus.Select(a => a.Name)]));
            throw new ExpansionStoppedException();
        }

        return new OwnMachine(cpu, memory, AcceleratorFacts.OnOwnHardware(accelerator.Kind), gpu.Count);

        ExpansionStoppedException Stop(string property, string what, string reason, string hint)
        {
            context.Diagnostics.Add(KubernetesComputeErrors.CannotBeHad(machine.SpanOf(property), what, name, reason, hint));
            return new ExpansionStoppedException();
        }
    }
}
