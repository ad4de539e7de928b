using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>The machines that AWS Batch starts for jobs. Where spot comes first, machines on demand are only for what finds none.</summary>
internal static class AwsBatchMachines
{
    private const string Environment = "aws:batch/computeEnvironment:ComputeEnvironment";

    public static Pricer Pricer { get; } = new([Environment], PartsOf);

    private static IEnumerable<CostPart> PartsOf(Resource environment, CostContext context)
    {
        var type = environment.At("computeResources.instanceTypes").AsItems().FirstOrDefault().AsText() ?? "an unnamed type";
        if (Catalog.Machines.Find(Cloud.Aws, type) is not { } machine)
        {
            yield return CostContext.Unknown(environment, $"{type} machines", $"how many vCPUs a {type} has");
            yield break;
        }

        var spot = environment.At("computeResources.type").AsText() == "SPOT";
        var isFallback = !spot && context.Siblings(environment, Environment).Any(other => other.At("computeResources.type").AsText() == "SPOT");
        var machines = Amount.Between(
            (decimal)(environment.At("computeResources.minVcpus").AsNumber() ?? 0) / machine.Cpu,
            (decimal)(environment.At("computeResources.maxVcpus").AsNumber() ?? 0) / machine.Cpu,
            isFallback ? 0 : CostAssumptions.ShareOfBatch);
        yield return context.Machines(environment, $"{type} machines{(spot ? ", spot" : isFallback ? ", when spot has none" : "")}", type, spot, machines * CostAssumptions.HoursInMonth);
        foreach (var disk in NodeDisks.Of(environment, (environment.At("computeResources.launchTemplate.launchTemplateId") as ReferenceValue)?.Resource, context, machines))
        {
            yield return disk;
        }
    }
}
