using System.Globalization;

namespace Strata.Graph.Formats;

/// <summary>Short names of the resources inside a drawing.</summary>
internal static class GraphNames
{
    /// <summary><c>n0</c>, <c>n1</c>, … in registration order.</summary>
    public static Dictionary<Resource, string> Of(ResourceGraph graph)
    {
        var names = new Dictionary<Resource, string>(graph.Resources.Count, ReferenceEqualityComparer.Instance);
        foreach (var resource in graph.Resources)
        {
            names[resource] = string.Create(CultureInfo.InvariantCulture, $"n{names.Count}");
        }

        return names;
    }
}
