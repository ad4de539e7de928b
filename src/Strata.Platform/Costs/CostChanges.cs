namespace Strata.Platform.Costs;

/// <summary>Compares what a stack costs with what it did.</summary>
public static class CostChanges
{
    /// <param name="before">Null when there was no such stack.</param>
    /// <param name="after">Null when there is none any more.</param>
    public static CostChange Between(StackCost? before, StackCost? after)
    {
        var old = Sums(before);
        var now = Sums(after);
        return new CostChange(before?.Known ?? CostRange.Zero, after?.Known ?? CostRange.Zero, before?.Unknown ?? 0, after?.Unknown ?? 0)
        {
            Components =
            [
                .. now.Keys.Concat(old.Keys.Where(name => !now.ContainsKey(name)))
                    .Select(name => new ComponentCostChange(name, old.GetValueOrDefault(name), now.GetValueOrDefault(name)))
                    .Where(change => change.Before != change.After),
            ],
        };
    }

    private static OrderedDictionary<string, CostRange> Sums(StackCost? cost)
    {
        var sums = new OrderedDictionary<string, CostRange>();
        foreach (var part in cost?.Parts ?? [])
        {
            sums[part.Component] = sums.GetValueOrDefault(part.Component) + (part.Monthly ?? CostRange.Zero);
        }

        return sums;
    }
}
