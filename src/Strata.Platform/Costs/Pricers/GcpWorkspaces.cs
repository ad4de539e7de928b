using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Workbench and Cloud Workstations: machines that stop when nobody uses them, and their disks, which stay.</summary>
internal static class GcpWorkspaces
{
    public static Pricer Pricer { get; } = new(
        ["gcp:workbench/instance:Instance", "gcp:workstations/workstationCluster:WorkstationCluster", "gcp:workstations/workstation:Workstation", "gcp:colab/runtimeTemplate:RuntimeTemplate"],
        (resource, context) => resource.TypeToken switch
        {
            "gcp:workbench/instance:Instance" => Workbench(resource, context),
            "gcp:workstations/workstationCluster:WorkstationCluster" => [context.Always(resource, "control plane", "workstations/cluster")],
            "gcp:workstations/workstation:Workstation" => Workstation(resource, context),
            _ => [context.Usage(resource, "Colab runtimes", "how many runtimes people start, and for how long")],
        });

    private static IEnumerable<CostPart> Workbench(Resource notebook, CostContext context)
    {
        var setup = notebook.At("gceSetup");
        var type = setup.At("machineType").AsText() ?? "an unnamed type";
        yield return context.Machines(notebook, $"{type} notebook", type, spot: false, RunningHours.Of(notebook, context));
        foreach (var disk in (string[])["bootDisk", "dataDisks"])
        {
            yield return GcpDisks.Of(notebook, context, "disks of the notebook", setup.At($"{disk}.diskType").AsText(), Amount.Of((decimal)(setup.At($"{disk}.diskSizeGb").AsNumber() ?? 100)));
        }
    }

    private static IEnumerable<CostPart> Workstation(Resource workstation, CostContext context)
    {
        var config = (workstation.At("workstationConfigId") as ReferenceValue)?.Resource;
        var type = config.At("host.gceInstance.machineType").AsText() ?? "an unnamed type";
        var hours = RunningHours.Of(workstation, context);
        yield return context.Machines(workstation, $"{type} workstation", type, spot: false, hours);
        yield return Catalog.Machines.Find(Cloud.Gcp, type) is { } machine
            ? context.Part(workstation, "management of the workstation", "workstations/management", hours * machine.Cpu, "vCPU hours")
            : CostContext.Unknown(workstation, "management of the workstation", $"how many vCPUs a {type} has");
        foreach (var directory in config.At("persistentDirectories").AsItems())
        {
            yield return GcpDisks.Of(workstation, context, "home disk", directory.At("gcePd.diskType").AsText(), Amount.Of((decimal)(directory.At("gcePd.sizeGb").AsNumber() ?? 200)));
        }
    }
}
