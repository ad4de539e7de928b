using Strata.Graph;
using Strata.Platform.Inputs;

namespace Strata.Platform.Costs.Pricers;

/// <summary>Disks of Compute Engine by their types.</summary>
internal static class GcpDisks
{
    /// <param name="type"><c>pd-balanced</c>, or <c>PD_BALANCED</c> as some services write it; pd-standard, the default, when left out.</param>
    public static CostPart Of(Resource owner, CostContext context, string what, string? type, Amount gigabytes) =>
        context.Part(owner, what, $"disk/{(type ?? "pd-standard").ToLowerInvariant().Replace('_', '-')}", gigabytes, "GB");

    /// <summary>GPUs that are attached to N1 machines are paid besides the machine, and taken from the spot market with it.</summary>
    public static IEnumerable<CostPart> Gpus(Resource owner, CostContext context, string path, string? machine, bool spot, Amount hours) => Gpus(owner, owner, context, path, machine, spot, hours);

    /// <param name="described">What says which GPUs there are, such as a template.</param>
    public static IEnumerable<CostPart> Gpus(Resource owner, Resource? described, CostContext context, string path, string? machine, bool spot, Amount hours) =>
        from gpu in described.At(path).AsItems()
        let type = gpu.At("type").AsText()
        where machine?.StartsWith("n1-", StringComparison.Ordinal) == true && type is not null
        select context.Gpus(owner, $"attached GPUs{(spot ? ", spot" : "")}", type, spot, hours * (decimal)(gpu.At("count").AsNumber() ?? 1));
}
