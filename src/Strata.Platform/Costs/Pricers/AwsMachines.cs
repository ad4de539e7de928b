using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>EC2 machines with their root disks, and groups of them.</summary>
internal static class AwsMachines
{
    public static Pricer Pricer { get; } = new(["aws:ec2/instance:Instance", "aws:autoscaling/group:Group"], (resource, context) =>
        resource.TypeToken == "aws:ec2/instance:Instance" ? Single(resource, context) : Group(resource, context));

    private static IEnumerable<CostPart> Single(Resource machine, CostContext context)
    {
        var type = machine.At("instanceType").AsText() ?? Template(machine, "launchTemplate.id").At("instanceType").AsText() ?? "an unnamed type";
        var spot = machine.At("instanceMarketOptions.marketType").AsText() == "spot";
        yield return context.Machines(machine, $"{type} machine{(spot ? ", spot" : "")}", type, spot, RunningHours.Of(machine, context));
        if (machine.At("rootBlockDevice.volumeSize").AsNumber() is { } size)
        {
            yield return context.Part(machine, "root disk", $"ebs/{machine.At("rootBlockDevice.volumeType").AsText() ?? "gp3"}", Amount.Of((decimal)size), "GB");
        }
    }

    private static IEnumerable<CostPart> Group(Resource group, CostContext context)
    {
        var template = Template(group, "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId") ?? Template(group, "launchTemplate.id");
        var type = group.At("mixedInstancesPolicy.launchTemplate.overrides").AsItems().FirstOrDefault().At("instanceType").AsText() ?? template.At("instanceType").AsText() ?? "an unnamed type";
        var spot = group.At("mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity").AsNumber() == 0
            || template.At("instanceMarketOptions.marketType").AsText() == "spot";
        var count = Amount.Between((decimal)(group.At("minSize").AsNumber() ?? 0), (decimal)(group.At("maxSize").AsNumber() ?? 1), CostAssumptions.ShareOfScale);
        yield return context.Machines(group, $"{type} machines{(spot ? ", spot" : "")}", type, spot, count.Times(RunningHours.Of(group, context)));
        foreach (var disk in NodeDisks.Of(group, template, context, count))
        {
            yield return disk;
        }
    }

    /// <summary>The launch template that an input refers to.</summary>
    private static Resource? Template(Resource resource, string path) => (resource.At(path) as ReferenceValue)?.Resource;
}
