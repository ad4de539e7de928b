using Strata.Platform.Catalog;
using Strata.Platform.Components;
using Strata.Platform.Compute;

namespace Strata.Platform.Endpoints;

/// <summary>The machines that SageMaker lends: EC2's, under names of its own.</summary>
internal static class SageMakerMachines
{
    /// <summary>EC2 families that endpoints run on (botocore 1.43.11, sagemaker: ProductionVariantInstanceType; read 2026-11-26).</summary>
    internal static readonly string[] Online =
        ["m6i", "c6i", "r6i", "m7i", "c7i", "r7i", "g4dn", "g5", "g6", "g6e", "g7e", "p4d", "p4de", "p5", "p5e", "p5en", "p6-b200", "inf2", "trn1", "trn1n", "trn2"];

    /// <summary>EC2 families that batch transforms run on (botocore 1.43.11, sagemaker: TransformInstanceType; read 2026-11-26).</summary>
    internal static readonly string[] Batch = ["m6i", "c6i", "r6i", "m7i", "c7i", "r7i", "g4dn", "g5", "g6", "inf2", "trn1"];

    /// <summary>SageMaker's name of the smallest machine that has what the file asks: <c>ml.m7i.large</c>.</summary>
    /// <exception cref="ExpansionStoppedException">It has none; that is among the diagnostics.</exception>
    public static MachineChoice Choose(SageMakerEndpoint config, ComponentContext context)
    {
        var machine = config.Machine.Type is { } type && type.StartsWith("ml.", StringComparison.Ordinal) ? config.Machine with { Type = type["ml.".Length..] } : config.Machine;
        var choice = MachineSelection.Choose(context, machine, spot: false, context.Expansion.Foundations.Aws.Region, config.SpanOf(nameof(config.Machine)) ?? config.KeySpan);
        var families = config.Mode == EndpointMode.Online ? Online : Batch;
        if (!families.Contains(choice.Machine.Family))
        {
            context.Diagnostics.Add(EndpointErrors.NotHad(
                config.SpanOf(nameof(config.Machine)), choice.Machine.Name, $"a {RolloutRules.Word(config.Mode)} endpoint on SageMaker", $"It lends machines of the families {string.Join(", ", families)}.",
                config.Mode == EndpointMode.Batch ? "Ask for a GPU of the type t4, a10g or l4, or for a machine without." : "Ask for another GPU, or name a machine of one of these with 'type'."));
            throw new ExpansionStoppedException();
        }

        return choice;
    }

    public static string NameOf(MachineChoice choice) => $"ml.{choice.Machine.Name}";

    /// <summary>The key that encrypts the machines' disks; none where they have disks of their own, which encrypt themselves and take no key.</summary>
    public static Graph.Input<string>? DiskKey(ComponentContext context, MachineChoice choice) =>
        choice.Machine.LocalSsdGb > 0 ? null : context.Expansion.Foundations.Aws.Keys.ArnFor("storage");
}
