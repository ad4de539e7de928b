using System.Globalization;
using Strata.Graph;

namespace Strata.Platform.Tests.Gcp;

/// <summary>Reads a resource's inputs by path.</summary>
internal static class ResourceValues
{
    /// <summary>The value at a path such as <c>nodeConfig.taints.0.key</c>; null when there is none.</summary>
    public static Value? At(Resource resource, string path)
    {
        var parts = path.Split('.');
        Value? value = resource.InputProperties.FirstOrDefault(p => p.Name == parts[0]).Value;
        foreach (var part in parts[1..])
        {
            value = value switch
            {
                ObjectValue map => map[part],
                ListValue list when int.Parse(part, CultureInfo.InvariantCulture) is var index && index < list.Items.Length => list.Items[index],
                _ => null,
            };
        }

        return value;
    }
}
