namespace Strata.Platform.Previews;

/// <summary>The order in which stacks are applied: those that others read go first.</summary>
internal static class ApplyOrder
{
    /// <summary>
    /// For each stack its wave, from 0: all stacks of one wave can be applied at once, after those of the wave before. Stacks that
    /// read each other in a circle, which cannot be applied at all, share the wave after what they wait for.
    /// </summary>
    /// <param name="readsFrom">Which of the stacks each one reads.</param>
    public static IReadOnlyDictionary<string, int> Waves(IReadOnlyDictionary<string, IReadOnlyList<string>> readsFrom)
    {
        var waves = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in readsFrom.Keys.Order(StringComparer.Ordinal))
        {
            Visit(name);
        }

        return waves;

        int Visit(string name)
        {
            if (waves.TryGetValue(name, out var known))
            {
                return known;
            }

            if (!open.Add(name))
            {
                return -1;
            }

            var wave = 1 + readsFrom[name].Where(readsFrom.ContainsKey).Select(Visit).DefaultIfEmpty(-1).Max();
            open.Remove(name);
            waves[name] = wave;
            return wave;
        }
    }
}
