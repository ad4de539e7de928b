using System.Text;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Tests.Storage;

/// <summary>Short ways to what a resource was given.</summary>
internal static class ResourceReading
{
    public static T Only<T>(this ResourceGraph graph)
        where T : Resource => Assert.Single(graph.Resources.OfType<T>());

    public static Value? Input(this Resource resource, string name) => resource.InputProperties.Where(p => p.Name == name).Select(p => p.Value).FirstOrDefault();

    public static string? Text(this Resource resource, string name) => (resource.Input(name) as TextValue)?.Text;

    public static double? Number(this Resource resource, string name) => (resource.Input(name) as NumberValue)?.Number;

    /// <summary>An input as JSON, which tests look into with <c>Contains</c>.</summary>
    public static string Json(this Resource resource, string name)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = GraphJson.Indented.Encoder }))
        {
            ValueJson.Write(writer, resource.Input(name)!);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
