using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Disks of Compute Engine by their types.</summary>
internal static class GcpDisks
{
    /// <param name="type"><c>pd-balanced</c>, or <c>PD_BALANCED</c> as some services write it; pd-standard, the default, when left out.</param>
    public static CostPart Of(Resource owner, CostContext context, string what, string? type, Amount gigabytes) =>
        context.Part(owner, what, $"disk/{(type ?? "pd-standard").ToLowerInvariant().Replace('_', '-')}", gigabytes, "GB");

    /// <summary>GPUs that are attached to N1 machines are paid besides the machine.</summary>
    public static IEnumerable<CostPart> Gpus(Resource owner, CostContext context, string path, string? machine, Amount hours) =>
        from gpu in owner.At(path).AsItems()
        where machine?.StartsWith("n1-", StringComparison.Ordinal) == true && gpu.At("type").AsText() is not null
        select context.Part(owner, "attached GPUs", $"gce-gpu/{gpu.At("type").AsText()}", hours * (decimal)(gpu.At("count").AsNumber() ?? 1), "hours");
}
