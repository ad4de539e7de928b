namespace Strata.Pulumi.Steps;

/// <summary>Finds steps that would wait for each other for ever.</summary>
internal static class StepCircle
{
    /// <summary>The steps of a circle, the first one again at its end; null when there is none.</summary>
    public static IReadOnlyList<Step>? In(IReadOnlyList<Step> steps)
    {
        var waiting = steps.Except(StepOrder.Of(steps)).ToHashSet();
        return waiting.Count == 0 ? null : From(steps.First(waiting.Contains), waiting);
    }

    /// <summary>Each of the waiting waits for another of them, so walking on must come back.</summary>
    private static List<Step> From(Step first, HashSet<Step> waiting)
    {
        var path = new List<Step> { first };
        while (true)
        {
            var next = path[^1].WaitsFor.First(waiting.Contains);
            var start = path.IndexOf(next);
            path.Add(next);
            if (start >= 0)
            {
                return path[start..];
            }
        }
    }
}
