using System.Buffers;
using System.Text;
using System.Text.Json;
using Strata.Graph.Formats;

namespace Strata.Cli.Output;

/// <summary>Indented JSON into a text writer.</summary>
public static class JsonOutput
{
    /// <summary>Writes what <paramref name="write"/> writes, with a line break at the end.</summary>
    public static void Write(TextWriter writer, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, GraphJson.Indented))
        {
            write(json);
        }

        writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }
}
