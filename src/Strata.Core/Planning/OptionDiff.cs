using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Planning;

/// <summary>
/// The differences of a resource's options that matter to whoever reviews them. Another provider may replace the resource: a
/// bucket does not move to another region.
/// </summary>
internal static class OptionDiff
{
    public static IReadOnlyList<PropertyChange> Of(ResourceOptions before, ResourceOptions after, Func<Resource, Resource, bool> areSame)
    {
        var changes = new List<PropertyChange>();
        Add("protect", before.Protect, after.Protect);
        Add("retainOnDelete", before.RetainOnDelete, after.RetainOnDelete);
        Add("deleteBeforeReplace", before.DeleteBeforeReplace, after.DeleteBeforeReplace);
        if (!before.IgnoreChanges.SequenceEqual(after.IgnoreChanges))
        {
            changes.Add(new PropertyChange(PropertyPath.Of("ignoreChanges"), Texts(before.IgnoreChanges), Texts(after.IgnoreChanges)));
        }

        if (!AreSameProvider(before.Provider, after.Provider, areSame))
        {
            changes.Add(new PropertyChange(PropertyPath.Of("provider"), Key(before.Provider), Key(after.Provider)) { Replacement = Replacement.Conditional });
        }

        return changes;

        void Add(string name, bool old, bool now)
        {
            if (old != now)
            {
                changes.Add(new PropertyChange(PropertyPath.Of(name), old, now));
            }
        }
    }

    private static bool AreSameProvider(ProviderResource? before, ProviderResource? after, Func<Resource, Resource, bool> areSame) =>
        before is null || after is null ? before is null && after is null : areSame(before, after);

    private static Value Texts(IEnumerable<string> texts) => Value.List(texts.Select(text => (Value)text));

    private static TextValue? Key(ProviderResource? provider) => provider is null ? null : new TextValue(ResourceKey.Of(provider));
}
