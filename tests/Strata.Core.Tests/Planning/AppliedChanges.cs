using Strata.Graph;
using Strata.Planning;

namespace Strata.Tests.Planning;

/// <summary>A value after the changes that were found in it: what they mean, without how they were found.</summary>
internal static class AppliedChanges
{
    public static Value To(Value before, IEnumerable<PropertyChange> changes) =>
        To(before, [.. changes.Select(change => (Steps: change.Path.Segments.ToList(), Change: change))]);

    private static Value To(Value before, IReadOnlyList<(List<PathSegment> Steps, PropertyChange Change)> changes) =>
        changes.FirstOrDefault(change => change.Steps.Count == 0).Change is { } whole ? whole.After!
        : before switch
        {
            ListValue list => new ListValue([.. Items([.. list.Items], changes)]),
            ObjectValue map => Map(map, changes),
            _ => before,
        };

    private static List<Value> Items(List<Value> items, IReadOnlyList<(List<PathSegment> Steps, PropertyChange Change)> changes)
    {
        foreach (var (steps, _) in changes.Where(change => IsOwn(change.Steps) && change.Change.After is null).OrderByDescending(change => change.Steps[0].Index))
        {
            items.RemoveAt(steps[0].Index);
        }

        foreach (var (steps, change) in changes.Where(change => IsOwn(change.Steps) && change.Change.Before is null).OrderBy(change => change.Steps[0].Index))
        {
            items.Insert(steps[0].Index, change.After!);
        }

        foreach (var inside in changes.Where(change => !IsOwn(change.Steps) || change.Change is { Before: not null, After: not null }).GroupBy(change => change.Steps[0].Index))
        {
            items[inside.Key] = To(items[inside.Key], Below(inside));
        }

        return items;
    }

    private static ObjectValue Map(ObjectValue map, IReadOnlyList<(List<PathSegment> Steps, PropertyChange Change)> changes)
    {
        var properties = map.Properties.ToDictionary(property => property.Name, property => property.Value);
        foreach (var inside in changes.GroupBy(change => change.Steps[0].Key!))
        {
            if (inside.First() is not { Steps.Count: 1, Change: var change })
            {
                properties[inside.Key] = To(properties[inside.Key], Below(inside));
            }
            else if (change.After is { } after)
            {
                properties[inside.Key] = after;
            }
            else
            {
                properties.Remove(inside.Key);
            }
        }

        return new ObjectValue([.. properties.Select(property => new Property(property.Key, property.Value))]);
    }

    private static bool IsOwn(List<PathSegment> steps) => steps.Count == 1;

    private static List<(List<PathSegment> Steps, PropertyChange Change)> Below(IEnumerable<(List<PathSegment> Steps, PropertyChange Change)> changes) =>
        [.. changes.Select(change => (change.Steps[1..], change.Change))];
}
