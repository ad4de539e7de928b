namespace Strata.Pulumi.Steps;

/// <summary>Steps in an order in which each comes after all it waits for.</summary>
internal static class StepOrder
{
    /// <summary>Those in a circle, or behind one, are not in it.</summary>
    public static IReadOnlyList<Step> Of(IReadOnlyList<Step> steps)
    {
        var missing = steps.ToDictionary(step => step, step => step.WaitsFor.Count);
        var followers = Followers(steps);
        var order = new List<Step>(steps.Count);
        order.AddRange(steps.Where(step => step.WaitsFor.Count == 0));
        for (var i = 0; i < order.Count; i++)
        {
            order.AddRange(followers[order[i]].Where(follower => --missing[follower] == 0));
        }

        return order;
    }

    /// <summary>For each step, those that wait for it.</summary>
    public static ILookup<Step, Step> Followers(IReadOnlyList<Step> steps) =>
        steps.SelectMany(step => step.WaitsFor, (step, needed) => (needed, step)).ToLookup(pair => pair.needed, pair => pair.step);
}
