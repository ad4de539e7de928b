using Strata.Graph;

namespace Strata.Planning;

/// <summary>Which resource of one graph is which of the other: by identity, else by alias.</summary>
internal sealed class Matching
{
    private readonly Dictionary<Resource, Resource> _beforeOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Resource, Resource> _afterOf = new(ReferenceEqualityComparer.Instance);

    public Matching(ResourceGraph before, ResourceGraph after)
    {
        var byIdentity = new Dictionary<string, Resource>(before.Resources.Count, StringComparer.Ordinal);
        foreach (var resource in before.Resources)
        {
            byIdentity.TryAdd(ResourceIdentity.Of(resource), resource);
        }

        foreach (var resource in after.Resources)
        {
            Pair(byIdentity.GetValueOrDefault(ResourceIdentity.Of(resource)), resource);
        }

        var former = new FormerIdentities(before);
        foreach (var resource in after.Resources.Where(resource => !_beforeOf.ContainsKey(resource)))
        {
            Pair(former.Of(resource).Select(byIdentity.GetValueOrDefault).FirstOrDefault(r => r is not null && !_afterOf.ContainsKey(r)), resource);
        }
    }

    public Resource? BeforeOf(Resource after) => _beforeOf.GetValueOrDefault(after);

    public Resource? AfterOf(Resource before) => _afterOf.GetValueOrDefault(before);

    public bool AreSame(Resource before, Resource after) => ReferenceEquals(AfterOf(before), after);

    private void Pair(Resource? before, Resource after)
    {
        if (before is not null && _afterOf.TryAdd(before, after))
        {
            _beforeOf[after] = before;
        }
    }
}
