namespace Strata.Platform.Workflows;

/// <summary>The order in which steps can run.</summary>
internal static class StepOrder
{
    /// <summary>Each step after those it needs, by name where there is a choice; or a circle of steps that wait for each other.</summary>
    public static (IReadOnlyList<string> Order, IReadOnlyList<string>? Circle) Of(IReadOnlyDictionary<string, StepConfig> steps)
    {
        var order = new List<string>(steps.Count);
        var done = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new SortedSet<string>(steps.Keys, StringComparer.Ordinal);
        while (waiting.FirstOrDefault(name => steps[name].Needs.All(need => done.Contains(need) || !steps.ContainsKey(need))) is { } next)
        {
            waiting.Remove(next);
            done.Add(next);
            order.Add(next);
        }

        return (order, waiting.Count == 0 ? null : Circle(steps, waiting));
    }

    /// <summary>All steps that a step waits for, directly or not.</summary>
    public static IReadOnlySet<string> Before(string step, IReadOnlyDictionary<string, StepConfig> steps)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([step]);
        while (open.TryPop(out var name))
        {
            foreach (var need in steps.TryGetValue(name, out var config) ? config.Needs : [])
            {
                if (before.Add(need))
                {
                    open.Push(need);
                }
            }
        }

        return before;
    }

    private static List<string> Circle(IReadOnlyDictionary<string, StepConfig> steps, SortedSet<string> waiting)
    {
        // Every waiting step waits for a waiting one: following them comes back to one seen before.
        List<string> path = [waiting.Min!];
        while (true)
        {
            var next = steps[path[^1]].Needs.Where(waiting.Contains).Order(StringComparer.Ordinal).First();
            var seen = path.IndexOf(next);
            path.Add(next);
            if (seen >= 0)
            {
                return path[seen..];
            }
        }
    }
}
