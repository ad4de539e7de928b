using Strata.Graph;
using Strata.Graph.Formats;
using Strata.Planning;
using Strata.Platform.Components;

namespace Strata.Platform.Previews;

/// <summary>
/// Finds components that are deleted and created under another name. The engine does not know and does just that, so a candidate
/// changes nothing in the plan: it says what to write so that the engine knows.
/// </summary>
internal static class RenameFinder
{
    private const double Alike = 0.5;

    public static IReadOnlyList<RenameCandidate> Find(Plan plan)
    {
        var gone = plan.Operations.OfType<Delete>().Where(IsEntry).ToList();
        var come = plan.Operations.OfType<Create>().Where(IsEntry).ToList();
        if (gone.Count == 0 || come.Count == 0)
        {
            return [];
        }

        var inputs = Inputs(plan);
        var pairs =
            from old in gone
            from now in come
            where old.Resource.TypeToken == now.Resource.TypeToken
            let similarity = Similarity(inputs.GetValueOrDefault(old.Resource, []), inputs.GetValueOrDefault(now.Resource, []))
            where similarity >= Alike
            orderby similarity descending, old.Identity, now.Identity
            select (Old: old.Resource, Now: now.Resource, Similarity: similarity);
        var taken = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
        var found = new List<RenameCandidate>();
        foreach (var (old, now, similarity) in pairs)
        {
            if (!taken.Contains(old) && !taken.Contains(now))
            {
                taken.Add(old);
                taken.Add(now);
                found.Add(Candidate(old, now, similarity));
            }
        }

        return found;
    }

    private static RenameCandidate Candidate(Resource old, Resource now, double similarity)
    {
        var (from, to) = (ComponentPath.Of(old)!, ComponentPath.Of(now)!);
        return new RenameCandidate(from, to, Math.Round(similarity, 2),
            $"'{to}' is like '{from}', which is gone. If it is the same under another name, write 'renamedFrom: {old.LogicalName}' into '{to}': then the engine takes one for the other, and replaces only what has the component's name in its own name in the cloud.");
    }

    private static bool IsEntry(Operation operation) => operation.Resource is ComponentResource { ResourceOptions.Parent: null };

    /// <summary>What the resources below each new or old component say, with the component's own name taken out.</summary>
    private static Dictionary<Resource, HashSet<string>> Inputs(Plan plan)
    {
        var inputs = new Dictionary<Resource, HashSet<string>>(ReferenceEqualityComparer.Instance);
        foreach (var resource in plan.Operations.Where(operation => operation is Create or Delete && operation.Resource is not ComponentResource).Select(operation => operation.Resource))
        {
            if (Outermost(resource) is not { } component)
            {
                continue;
            }

            var set = inputs.TryGetValue(component, out var known) ? known : inputs[component] = new HashSet<string>(StringComparer.Ordinal);
            var key = $"{resource.TypeToken}|{Neutral(resource.LogicalName, component)}";
            set.Add(key);
            set.UnionWith(resource.InputProperties.Select(input => $"{key}|{input.Name}={Neutral(ValueText.Of(input.Value), component)}"));
        }

        return inputs;
    }

    private static string Neutral(string text, Resource component) => text.Replace(component.LogicalName, "•", StringComparison.Ordinal);

    private static Resource? Outermost(Resource resource)
    {
        var at = resource;
        while (at.ResourceOptions.Parent is { } parent)
        {
            at = parent;
        }

        return ReferenceEquals(at, resource) ? null : at;
    }

    private static double Similarity(HashSet<string> a, HashSet<string> b) => a.Count + b.Count == 0 ? 0 : (double)a.Intersect(b).Count() / a.Union(b).Count();
}
