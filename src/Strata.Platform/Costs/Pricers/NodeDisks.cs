using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>The disks of machines that come from an EC2 launch template.</summary>
internal static class NodeDisks
{
    public static IEnumerable<CostPart> Of(Resource owner, Resource? template, CostContext context, Amount machines)
    {
        foreach (var device in template.At("blockDeviceMappings").AsItems())
        {
            if (device.At("ebs.volumeSize").AsNumber() is { } size)
            {
                yield return context.Part(owner, "disks of the machines", $"ebs/{device.At("ebs.volumeType").AsText() ?? "gp3"}", machines * (decimal)size, "GB");
            }
        }
    }
}
