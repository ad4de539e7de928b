using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Tests.Compute;

/// <summary>Reads inputs of resources.</summary>
internal static class ResourceInputs
{
    /// <summary>An input by path, such as <c>scalingConfig.minSize</c> or <c>taints[0].key</c>; null when it is not there.</summary>
    public static Value? At(this Resource resource, string path)
    {
        Value? value = null;
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            value = (part, value) switch
            {
                (_, null) => resource.InputProperties.FirstOrDefault(input => input.Name == part).Value,
                (['[', .. var index, ']'], ListValue list) => list.Items.ElementAtOrDefault(int.Parse(index, System.Globalization.CultureInfo.InvariantCulture)),
                (_, ObjectValue map) => map[part],
                _ => null,
            };
            if (value is null)
            {
                return null;
            }
        }

        return value;
    }

    /// <summary>A text, number or flag as text; outputs and others are null.</summary>
    public static string? Text(this Resource resource, string path) => resource.At(path) switch
    {
        TextValue text => text.Text,
        NumberValue number => number.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        BoolValue flag => flag.IsTrue ? "true" : "false",
        _ => null,
    };

    /// <summary>A list of texts.</summary>
    public static IReadOnlyList<string> Texts(this Resource resource, string path) =>
        resource.At(path) is ListValue list ? [.. list.Items.OfType<TextValue>().Select(item => item.Text)] : [];

    /// <summary>The whole value as JSON, references in short form.</summary>
    public static string Json(this Resource resource, string path)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            ValueJson.Write(writer, resource.At(path)!);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static T Named<T>(this IEnumerable<Resource> resources, string name)
        where T : Resource => Assert.Single(resources.OfType<T>(), r => r.LogicalName == name);

    /// <summary>True when a resource waits for another, straight or through others.</summary>
    public static bool WaitsFor(this Resource resource, Resource other)
    {
        var seen = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Resource>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var needed in Dependencies.Of(next).Where(seen.Add))
            {
                if (needed == other)
                {
                    return true;
                }

                open.Push(needed);
            }
        }

        return false;
    }
}
