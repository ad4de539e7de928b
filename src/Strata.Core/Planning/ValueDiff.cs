using Strata.Graph;

namespace Strata.Planning;

/// <summary>
/// The differences between two sets of properties, each at the deepest path where they differ. It looks into objects, lists
/// (place by place) and JSON text, and not into secrets.
/// </summary>
/// <param name="equality">When two values are the same.</param>
/// <param name="isReplaced">Whether a resource of the new graph is replaced, so that its outputs are not known yet.</param>
internal sealed class ValueDiff(ValueEquality equality, Func<Resource, bool> isReplaced)
{
    public IReadOnlyList<PropertyChange> Of(IReadOnlyList<Property> before, IReadOnlyList<Property> after)
    {
        var changes = new List<PropertyChange>();
        Compare(changes, null, before, after);
        return changes;
    }

    private void Compare(List<PropertyChange> changes, PropertyPath? path, IReadOnlyList<Property> before, IReadOnlyList<Property> after)
    {
        foreach (var (name, value) in after)
        {
            // Nearly everything is the same and known: no path is built for it.
            if (Find(before, name) is var old && !(old is { IsKnown: true } && value.IsKnown && equality.AreEqual(old, value)))
            {
                Compare(changes, Under(path, name), old, value);
            }
        }

        foreach (var (name, value) in before)
        {
            if (Find(after, name) is null)
            {
                Compare(changes, Under(path, name), value, null);
            }
        }
    }

    private void Compare(List<PropertyChange> changes, PropertyPath path, Value? before, Value? after)
    {
        switch (before, after)
        {
            case (ObjectValue a, ObjectValue b):
                Compare(changes, path, a.Properties, b.Properties);
                break;
            case (ListValue a, ListValue b):
                for (var i = 0; i < Math.Max(a.Items.Length, b.Items.Length); i++)
                {
                    Compare(changes, path.Then(PathSegment.Of(i)), i < a.Items.Length ? a.Items[i] : null, i < b.Items.Length ? b.Items[i] : null);
                }

                break;
            case (JsonTextValue a, JsonTextValue b):
                Compare(changes, path, a.Content, b.Content);
                break;
            case ({ } a, { } b) when equality.AreEqual(a, b):
                if (Dependencies.In(b).Any(isReplaced))
                {
                    changes.Add(new PropertyChange(path, a, b) { Cause = ChangeCause.TargetReplaced });
                }

                break;
            default:
                changes.Add(new PropertyChange(path, before, after));
                break;
        }
    }

    private static PropertyPath Under(PropertyPath? path, string name) => path?.Then(PathSegment.Of(name)) ?? PropertyPath.Of(name);

    private static Value? Find(IReadOnlyList<Property> properties, string name)
    {
        foreach (var property in properties)
        {
            if (property.Name == name)
            {
                return property.Value;
            }
        }

        return null;
    }
}
