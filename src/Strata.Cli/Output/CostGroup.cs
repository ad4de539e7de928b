using Strata.Platform.Costs;

namespace Strata.Cli.Output;

/// <summary>A line of a table of costs.</summary>
/// <param name="Owner">What stands above the line: the stack of a component; empty for stacks and teams.</param>
/// <param name="Unknown">How many parts are not known.</param>
internal sealed record CostGroup(string Owner, string Name, CostRange Known, int Unknown)
{
    /// <param name="by"><c>component</c>, <c>stack</c> or <c>team</c>.</param>
    public static IReadOnlyList<CostGroup> By(string by, IReadOnlyList<StackCost> costs) => by switch
    {
        "stack" => [.. costs.Select(cost => new CostGroup("", cost.Stack, cost.Known, cost.Unknown))],
        "team" => [.. costs.GroupBy(cost => cost.Team).OrderBy(team => team.Key, StringComparer.Ordinal).Select(team => Of("", team.Key, team.SelectMany(cost => cost.Parts)))],
        _ => [.. costs.SelectMany(cost => cost.Components.Select(component => Of(cost.Stack, component.Key, component)))],
    };

    private static CostGroup Of(string owner, string name, IEnumerable<CostPart> parts)
    {
        List<CostPart> all = [.. parts];
        return new CostGroup(owner, name, StackCost.Sum(all), all.Count(part => part.Monthly is null));
    }
}
