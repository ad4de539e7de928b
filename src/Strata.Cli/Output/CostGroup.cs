using Strata.Platform.Costs;

namespace Strata.Cli.Output;

/// <summary>A line of a table of costs.</summary>
/// <param name="Owner">What stands above the line: the stack of a component; empty for stacks and teams.</param>
/// <param name="Unknown">How many parts are not known.</param>
/// <param name="Parts">How many there are.</param>
internal sealed record CostGroup(string Owner, string Name, CostRange Known, int Unknown, int Parts)
{
    /// <summary>Nothing is known, which is not the same as nothing to pay.</summary>
    public bool IsUnknown => Parts > 0 && Unknown == Parts;

    /// <param name="by"><c>component</c>, <c>stack</c> or <c>team</c>.</param>
    public static IReadOnlyList<CostGroup> By(string by, IReadOnlyList<StackCost> costs) => by switch
    {
        "stack" => [.. costs.Select(cost => new CostGroup("", cost.Stack, cost.Known, cost.Unknown, cost.Parts.Count))],
        "team" => [.. costs.GroupBy(cost => cost.Team).OrderBy(team => team.Key, StringComparer.Ordinal).Select(team => Of("", team.Key, team.SelectMany(cost => cost.Parts)))],
        _ => [.. costs.SelectMany(cost => cost.Components.Select(component => Of(cost.Stack, component.Key, component)))],
    };

    private static CostGroup Of(string owner, string name, IEnumerable<CostPart> parts)
    {
        List<CostPart> all = [.. parts];
        return new CostGroup(owner, name, StackCost.Sum(all), all.Count(part => part.Monthly is null), all.Count);
    }
}
