using Strata.Graph;
using Strata.Pulumi.Codec;

namespace Strata.Pulumi.Values;

/// <summary>
/// An output of a component: the engine does not answer with those, so whoever reads one reads the value it was made from.
/// </summary>
internal static class ComponentOutput
{
    /// <summary>The value, and the way from it to what is referred to; null when the component has no such output.</summary>
    public static (Value Made, IEnumerable<PathStep> Way)? Find(ComponentResource component, string property)
    {
        foreach (var output in component.Outputs)
        {
            if (output.Name == property)
            {
                return (output.Value, []);
            }
        }

        var path = PropertyPath.Parse(property);
        return path.Count > 1 && path[0].Name is { } first && first != property && Find(component, first) is { } found
            ? (found.Made, path.Skip(1))
            : null;
    }
}
