using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Compute Engine machines with their boot disks, groups of them, the templates of batch jobs, and disks.</summary>
internal static class GcpMachines
{
    private const string Group = "gcp:compute/regionInstanceGroupManager:RegionInstanceGroupManager";

    public static Pricer Pricer { get; } = new(
        ["gcp:compute/instance:Instance", Group, "gcp:compute/disk:Disk", "gcp:compute/instanceTemplate:InstanceTemplate", "gcp:tpu/v2Vm:V2Vm"],
        (resource, context) => resource.TypeToken switch
        {
            "gcp:compute/instance:Instance" => Single(resource, context),
            Group => Grouped(resource, context),
            "gcp:compute/disk:Disk" => [GcpDisks.Of(resource, context, "disk", resource.At("type").AsText(), Amount.Of((decimal)(resource.At("size").AsNumber() ?? 10)))],
            "gcp:tpu/v2Vm:V2Vm" => [context.Always(resource, "TPU", $"tpu/{resource.At("acceleratorType").AsText()}")],
            _ => Template(resource, context),
        });

    private static IEnumerable<CostPart> Single(Resource machine, CostContext context)
    {
        var hours = RunningHours.Of(machine, context);
        var type = machine.At("machineType").AsText() ?? "an unnamed type";
        var spot = machine.At("scheduling.provisioningModel").AsText() == "SPOT";
        var disk = machine.At("bootDisk.initializeParams");
        return
        [
            context.Machines(machine, $"{type} machine{(spot ? ", spot" : "")}", type, spot, hours),
            .. GcpDisks.Gpus(machine, context, "guestAccelerators", type, spot, hours),
            GcpDisks.Of(machine, context, "boot disk", disk.At("type").AsText(), Amount.Of((decimal)(disk.At("size").AsNumber() ?? 10))),
        ];
    }

    /// <summary>A group makes its machines from a template, as many as its autoscaler wants.</summary>
    private static IEnumerable<CostPart> Grouped(Resource group, CostContext context)
    {
        var template = (group.At("versions").AsItems().FirstOrDefault().At("instanceTemplate") as ReferenceValue)?.Resource;
        var policy = context.Siblings(group, "gcp:compute/regionAutoscaler:RegionAutoscaler").FirstOrDefault().At("autoscalingPolicy");
        var machines = policy is null
            ? Amount.Of((decimal)(group.At("targetSize").AsNumber() ?? 1))
            : Amount.Between((decimal)(policy.At("minReplicas").AsNumber() ?? 0), (decimal)(policy.At("maxReplicas").AsNumber() ?? 1), CostAssumptions.ShareOfScale);
        var hours = machines.Times(RunningHours.Of(group, context));
        var type = template.At("machineType").AsText() ?? "an unnamed type";
        var spot = template.At("scheduling.provisioningModel").AsText() == "SPOT";
        var boot = template.At("disks").AsItems().FirstOrDefault();
        return
        [
            context.Machines(group, $"{type} machines{(spot ? ", spot" : "")}", type, spot, hours),
            .. GcpDisks.Gpus(group, template, context, "guestAccelerators", type, spot, hours),
            GcpDisks.Of(group, context, "disks of the machines", boot.At("diskType").AsText(), machines * (decimal)(boot.At("diskSizeGb").AsNumber() ?? 10)),
        ];
    }

    /// <summary>Batch makes machines from a template while jobs run. A spot and an ordinary template share the jobs.</summary>
    private static IEnumerable<CostPart> Template(Resource template, CostContext context)
    {
        if (Components.ComponentPath.Owner(template) is not { } owner || context.Stack.Config.Compute.GetValueOrDefault(owner.LogicalName) is not Compute.Batch batch)
        {
            return [];
        }

        var spot = template.At("scheduling.provisioningModel").AsText() == "SPOT";
        var isFallback = !spot && context.Siblings(template, template.TypeToken).Any(other => other.At("scheduling.provisioningModel").AsText() == "SPOT");
        var machines = Amount.Between(0, batch.Max, isFallback ? 0 : CostAssumptions.ShareOfBatch);
        var hours = machines * CostAssumptions.HoursInMonth;
        var type = template.At("machineType").AsText() ?? "an unnamed type";
        var boot = template.At("disks").AsItems().FirstOrDefault();
        return
        [
            context.Machines(template, $"{type} machines of jobs{(spot ? ", spot" : isFallback ? ", when spot has none" : "")}", type, spot, hours),
            .. GcpDisks.Gpus(template, context, "guestAccelerators", type, spot, hours),
            GcpDisks.Of(template, context, "disks of the machines", boot.At("diskType").AsText(), machines * (decimal)(boot.At("diskSizeGb").AsNumber() ?? 10)),
        ];
    }
}
