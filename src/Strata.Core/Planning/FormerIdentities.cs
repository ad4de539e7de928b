using Strata.Graph;

namespace Strata.Planning;

/// <summary>
/// Under which identities the engine may know a resource: its own and those its aliases and its parents' aliases give it. The
/// rules are the engine's: a child follows its parent's former type, and when its name begins with the parent's, the former name.
/// </summary>
internal sealed class FormerIdentities(ResourceGraph before)
{
    private static readonly Name TopLevel = new("", "");

    private readonly Dictionary<Resource, Name[]> _namesOf = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, Resource> _components =
        before.Resources.Where(resource => resource is ComponentResource).ToLookup(resource => resource.LogicalName, StringComparer.Ordinal);

    /// <summary>Without its present identity; most likely first.</summary>
    public IEnumerable<string> Of(Resource resource) => NamesOf(resource).Skip(1).Select(name => $"{name.QualifiedType}::{name.LogicalName}");

    private Name[] NamesOf(Resource resource)
    {
        if (!_namesOf.TryGetValue(resource, out var names))
        {
            names = [.. FindNames(resource)];
            _namesOf[resource] = names;
        }

        return names;
    }

    private IEnumerable<Name> FindNames(Resource resource)
    {
        var parent = resource.ResourceOptions.Parent;
        var parents = parent is null ? [TopLevel] : NamesOf(parent);
        foreach (var former in parents)
        {
            yield return new Name(ResourceIdentity.Under(former.QualifiedType, resource.TypeToken), Inherit(resource, parent, former));
        }

        foreach (var alias in resource.ResourceOptions.Aliases)
        {
            var formerParents = alias.ParentName switch
            {
                null => parents,
                "" => [TopLevel],
                var name => _components[name].Select(component => new Name(ResourceIdentity.QualifiedType(component), name)),
            };
            foreach (var former in formerParents)
            {
                yield return new Name(
                    ResourceIdentity.Under(former.QualifiedType, alias.Type ?? resource.TypeToken),
                    alias.Name ?? Inherit(resource, parent, former));
            }
        }
    }

    private static string Inherit(Resource resource, Resource? parent, Name former) =>
        parent is not null && former.LogicalName.Length > 0 && resource.LogicalName.StartsWith(parent.LogicalName, StringComparison.Ordinal)
            ? former.LogicalName + resource.LogicalName[parent.LogicalName.Length..]
            : resource.LogicalName;

    private readonly record struct Name(string QualifiedType, string LogicalName);
}
