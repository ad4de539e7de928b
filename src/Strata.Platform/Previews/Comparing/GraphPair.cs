using System.Buffers;
using System.Text.Json;
using Strata.Graph;
using Strata.Graph.Formats;

namespace Strata.Platform.Previews;

/// <summary>
/// The two graphs of a stack in a form in which they can be compared: when another build made one of them, the other goes through
/// JSON too, so that what JSON leaves out (the text of secrets) is missing in both.
/// </summary>
internal static class GraphPair
{
    public static (ResourceGraph? Before, ResourceGraph? After) Of(StackSide? before, StackSide? after) =>
        before is { IsReadBack: true } || after is { IsReadBack: true } ? (ReadBack(before), ReadBack(after)) : (before?.Graph, after?.Graph);

    private static ResourceGraph? ReadBack(StackSide? side)
    {
        if (side is null or { IsReadBack: true } || side.Graph is not { } graph)
        {
            return side?.Graph;
        }

        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, GraphJson.Indented))
        {
            GraphJson.Write(json, graph);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return GraphJsonReader.Read(document.RootElement, ProviderCatalog.FactsOf);
    }
}
