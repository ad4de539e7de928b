using Strata.Graph;
using Strata.Platform.Components;

namespace Strata.Platform.Previews;

/// <summary>What the entry of a stack file is called that a resource comes from: <c>storage.lake</c>.</summary>
public static class ComponentPath
{
    private static readonly Dictionary<string, string> Sections =
        ComponentCatalog.Kinds.GroupBy(kind => kind.TypeToken, StringComparer.Ordinal).ToDictionary(kinds => kinds.Key, kinds => kinds.First().Section, StringComparer.Ordinal);

    /// <summary>Of the outermost component around it; null for a resource of the stack itself.</summary>
    public static string? Of(Resource resource)
    {
        string? path = null;
        for (Resource? at = resource; at is not null; at = at.ResourceOptions.Parent)
        {
            path = at is ComponentResource component ? $"{SectionOf(component)}.{component.LogicalName}" : path;
        }

        return path;
    }

    /// <summary>The section of the stack file; for what no entry asks for by name, the second word of the type.</summary>
    private static string SectionOf(ComponentResource component) =>
        Sections.GetValueOrDefault(component.TypeToken) ?? (component.TypeToken.Split(':') is [_, var word, _] ? word : component.TypeToken);
}
