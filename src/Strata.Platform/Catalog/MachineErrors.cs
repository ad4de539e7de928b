using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Catalog;

/// <summary>Why a machine cannot be had, and what to know about one that can.</summary>
public static class MachineErrors
{
    public static Diagnostic UnknownMachine(SourceSpan? at, string cloud, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR320", at,
        $"The catalog has no machine type '{name}' for {cloud}, so its size cannot be checked.{Suggestion.For(name, known)} Name one it has, or leave out 'type' and ask for cpu, memory and gpu.");

    public static Diagnostic UnknownAccelerator(SourceSpan? at, string type, IReadOnlyCollection<string> known) => Diagnostic.Error("STR321", at,
        $"There is no accelerator '{type}'.{Suggestion.For(type, known)} The names are the same on every cloud: {string.Join(", ", known)}. A TPU is asked for with 'tpu', by type and topology.");

    /// <param name="at">The request.</param>
    /// <param name="type">The accelerator.</param>
    /// <param name="cloud">Where it was asked for.</param>
    /// <param name="elsewhere">Clouds that have it.</param>
    /// <param name="here">What the cloud has instead.</param>
    public static Diagnostic NotOnThisCloud(SourceSpan? at, string type, string cloud, IReadOnlyCollection<string> elsewhere, IReadOnlyCollection<string> here) => Diagnostic.Error("STR322", at,
        $"No machine of {cloud} has '{type}'. Use {string.Join(" or ", elsewhere.Select(c => $"'cloud: {c}'"))}, or one of what {cloud} has: {string.Join(", ", here)}.");

    public static Diagnostic TooManyAccelerators(SourceSpan? at, string cloud, string type, int count, int most, string machine) => Diagnostic.Error("STR323", at,
        $"No machine of {cloud} has {count} of '{type}': the most is {most}, in '{machine}'. Ask for {most} or fewer in one machine and use more machines.");

    /// <param name="at">The request.</param>
    /// <param name="what">The accelerators asked for.</param>
    /// <param name="region">Where they were asked for.</param>
    /// <param name="regions">The regions that have them.</param>
    /// <param name="here">The accelerators the region has.</param>
    /// <param name="asOf">The date of what is known.</param>
    public static Diagnostic NotInRegion(SourceSpan? at, string what, string region, IReadOnlyCollection<string> regions, IReadOnlyCollection<string> here, string asOf) => Diagnostic.Error("STR324", at,
        $"No machine with {what} is offered in '{region}' (as of {asOf}). Use another region ({string.Join(", ", regions)}), or what '{region}' has: {string.Join(", ", here)}. If it has come to '{region}' since, name the machine with 'type'.");

    public static Diagnostic NoMachineBigEnough(SourceSpan? at, string asked, string largest) => Diagnostic.Error("STR325", at,
        $"No machine has {asked}: {largest}. Ask for less in one machine and use more machines.");

    public static Diagnostic NotAsAsked(SourceSpan? at, string machine, string has, string asked) => Diagnostic.Error("STR326", at,
        $"'{machine}' {has}, but {asked}. Change one of the two, or leave out 'type' and have a machine chosen.");

    public static Diagnostic UnknownTopology(SourceSpan? at, string tpu, string topology, IReadOnlyCollection<string> known) => Diagnostic.Error("STR327", at,
        $"TPU '{tpu}' has no topology '{topology}'. It has {string.Join(", ", known)}; the product is the number of chips.");

    public static Diagnostic MayBeRefused(SourceSpan? at, string machine, string why) => Diagnostic.Warning("STR328", at,
        $"The cloud may refuse '{machine}': {why}.");

    public static Diagnostic MoreThanAsked(SourceSpan? at, string machine, string type, int asked, int count, string hint) => Diagnostic.Warning("STR329", at,
        $"The smallest machine that fits is '{machine}' with {count} of '{type}', and {asked} is asked: the rest is paid for too.{hint}");
}
