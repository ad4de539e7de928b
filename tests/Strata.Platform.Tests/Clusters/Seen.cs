using System.Globalization;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Tests.Clusters;

/// <summary>Reads what was made.</summary>
internal static class Seen
{
    /// <summary>The only resource of a kind, by the end of its token and a logical name.</summary>
    public static Resource One(this IEnumerable<Resource> resources, string kind, string name) =>
        Assert.Single(resources, r => r.TypeToken.EndsWith(":" + kind, StringComparison.Ordinal) && r.LogicalName == name);

    public static IReadOnlyList<Resource> Every(this IEnumerable<Resource> resources, string kind) =>
        [.. resources.Where(r => r.TypeToken.EndsWith(":" + kind, StringComparison.Ordinal))];

    /// <summary>An input by path, such as <c>spec.resourceGroups[0].flavors</c>; null when it is not there.</summary>
    public static Value? At(this Resource resource, string path)
    {
        Value? value = null;
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            value = (part, value) switch
            {
                (['[', .. var index, ']'], ListValue list) => list.Items.ElementAtOrDefault(int.Parse(index[..^0], CultureInfo.InvariantCulture)),
                (_, ObjectValue map) => map[part],
                (_, null) => resource.InputProperties.FirstOrDefault(input => input.Name == part).Value,
                _ => null,
            };
        }

        return value;
    }

    /// <summary>An input on one line, as people see it; empty when it is not there.</summary>
    public static string Show(this Resource resource, string path) => resource.At(path) is { } value ? ValueText.Of(value) : "";

    public static bool DependsOn(this Resource resource, Resource other) => resource.ResourceOptions.DependsOn.Contains(other);
}
