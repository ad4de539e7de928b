using Strata.Graph;

namespace Strata.Pulumi.Steps;

/// <summary>
/// What is in components. To depend on a component is to depend on all that providers make for it, however deep: the same as in
/// Pulumi's own SDKs. A component itself is nothing that anyone could wait for.
/// </summary>
internal sealed class ComponentContents
{
    private readonly ILookup<Resource, Resource> _children;

    public ComponentContents(IEnumerable<Resource> resources) =>
        _children = resources.Where(resource => resource.ResourceOptions.Parent is not null).ToLookup(resource => resource.ResourceOptions.Parent!);

    /// <summary>The resource itself, or all that is in it when it is a component.</summary>
    public IEnumerable<Resource> Of(Resource resource) => resource is ComponentResource ? _children[resource].SelectMany(Of) : [resource];
}
