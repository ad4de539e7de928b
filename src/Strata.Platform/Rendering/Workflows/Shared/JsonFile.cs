using System.Text;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Rendering;

/// <summary>A value as the text of a JSON file. Nothing in it may be known only later.</summary>
internal static class JsonFile
{
    public static string Of(Value value)
    {
        if (!value.IsKnown)
        {
            throw new InvalidOperationException("What only the cloud gives cannot be written to a file.");
        }

        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, GraphJson.Indented))
        {
            ValueJson.Write(writer, value);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
