using System.Collections.Frozen;
using Strata.Graph;
using Strata.Text;

namespace Strata.Platform.Components;

/// <summary>Which entry of a stack file a resource comes from.</summary>
public static class ComponentPath
{
    private static readonly FrozenDictionary<string, string> Sections =
        ComponentCatalog.Kinds.DistinctBy(kind => kind.TypeToken).ToFrozenDictionary(kind => kind.TypeToken, kind => kind.Section, StringComparer.Ordinal);

    /// <summary>Section and name, as in <c>compute.gpu</c>; <c>foundation.aws-network</c> for what the platform makes unasked; null for what belongs to no component.</summary>
    public static string? Of(Resource resource) => Owner(resource) is { } owner ? $"{SectionOf(owner.TypeToken)}.{owner.LogicalName}" : null;

    /// <summary>The same; <c>stack</c> for what belongs to no component.</summary>
    public static string OrStack(Resource resource) => Of(resource) ?? "stack";

    /// <summary>The line of a stack file that asks for the resource; null when none does.</summary>
    public static SourceSpan? SpanOf(Resource resource) => Owner(resource)?.Origin;

    /// <summary>The outermost component around a resource, or the resource itself when it is one.</summary>
    public static ComponentResource? Owner(Resource resource)
    {
        ComponentResource? owner = null;
        for (var at = resource; at is not null; at = at.ResourceOptions.Parent)
        {
            owner = at as ComponentResource ?? owner;
        }

        return owner;
    }

    private static string SectionOf(string type) => Sections.TryGetValue(type, out var section) ? section : type.Split(':') is [_, var module, _] ? module : type;
}
