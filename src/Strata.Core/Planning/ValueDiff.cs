using Strata.Graph;

namespace Strata.Planning;

/// <summary>
/// The differences between two sets of properties, each at the deepest path where they differ. It looks into objects, lists
/// (see <see cref="ListAlignment"/>) and JSON text, and not into secrets.
/// </summary>
/// <param name="equality">When two values are the same.</param>
/// <param name="isReplaced">Whether a resource of the new graph is replaced, so that its outputs are not known yet.</param>
internal sealed class ValueDiff(ValueEquality equality, Func<Resource, bool> isReplaced)
{
    /// <summary>Lists are compared place by place, as providers do; else an element that came or went is one change.</summary>
    public bool ByPlace { get; init; }

    public IReadOnlyList<PropertyChange> Of(IReadOnlyList<Property> before, IReadOnlyList<Property> after)
    {
        var changes = new List<PropertyChange>();
        Compare(changes, default, before, after);
        return changes;
    }

    private void Compare(List<PropertyChange> changes, Place at, IReadOnlyList<Property> before, IReadOnlyList<Property> after)
    {
        foreach (var (name, value) in after)
        {
            // Nearly everything is the same and known: no path is built for it.
            if (Find(before, name) is var old && !(old is { IsKnown: true } && value.IsKnown && equality.AreEqual(old, value)))
            {
                Compare(changes, at.Then(name), old, value);
            }
        }

        foreach (var (name, value) in before)
        {
            if (Find(after, name) is null)
            {
                Compare(changes, at.Then(name), value, null);
            }
        }
    }

    private void Compare(List<PropertyChange> changes, Place at, Value? before, Value? after)
    {
        switch (before, after)
        {
            case (ObjectValue a, ObjectValue b):
                Compare(changes, at, a.Properties, b.Properties);
                break;
            case (ListValue { Items: var a }, ListValue { Items: var b }):
                var names = new ElementNames(b);
                foreach (var pair in ByPlace ? ListAlignment.ByPlace(a.Length, b.Length) : ListAlignment.Of(a, b, equality.AreEqual))
                {
                    Compare(changes, at.Then(pair, names.Of(pair)), pair.Before < 0 ? null : a[pair.Before], pair.After < 0 ? null : b[pair.After]);
                }

                break;
            case (JsonTextValue a, JsonTextValue b):
                Compare(changes, at, a.Content, b.Content);
                break;
            case ({ } a, { } b) when equality.AreEqual(a, b):
                if (Dependencies.In(b).Any(isReplaced))
                {
                    changes.Add(at.Change(a, b) with { Cause = ChangeCause.TargetReplaced });
                }

                break;
            default:
                changes.Add(at.Change(before, after));
                break;
        }
    }

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

    /// <param name="Path">Null for the properties themselves.</param>
    /// <param name="Former">Where it was, when that is another place.</param>
    private readonly record struct Place(PropertyPath? Path, PropertyPath? Former)
    {
        public Place Then(string name) => Then(PathSegment.Of(name), PathSegment.Of(name));

        public Place Then(ElementPair pair, string? name) =>
            Then(PathSegment.Of(pair.Before < 0 ? pair.After : pair.Before), PathSegment.Of(pair.After < 0 ? pair.Before : pair.After) with { Element = name });

        public PropertyChange Change(Value? before, Value? after) => new(Path!, before, after) { FormerPath = Former };

        private Place Then(PathSegment before, PathSegment after) =>
            new(Under(Path, after), Former is null && before == after ? null : Under(Former ?? Path, before));

        private static PropertyPath Under(PropertyPath? path, PathSegment segment) => path?.Then(segment) ?? new PropertyPath([segment]);
    }
}
