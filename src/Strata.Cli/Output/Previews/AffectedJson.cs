using System.Text.Json;
using Strata.Platform.Previews;

namespace Strata.Cli.Output.Previews;

/// <summary>Affected stacks as JSON: <c>{"schema": "strata-affected", "version": 1, "base", "head", "stacks": […]}</c> in the order they are applied.</summary>
internal static class AffectedJson
{
    public static void Write(TextWriter writer, PreviewSide before, PreviewSide after, IReadOnlyList<AffectedStack> stacks)
    {
        var document = new AffectedDocument("strata-affected", 1, PreviewDocuments.Of(before), PreviewDocuments.Of(after), [.. stacks.Select(stack => new AffectedStackDocument(
            stack.Name, PreviewDocuments.Word(stack.Status), stack.Wave, stack.Team, stack.Environment, stack.Cloud, stack.ReadsFrom, [.. stack.Reasons.Select(PreviewDocuments.Of)]))]);
        writer.Write(JsonSerializer.Serialize(document, PreviewJson.Options.GetTypeInfo(typeof(AffectedDocument))));
        writer.Write('\n');
    }
}

internal sealed record AffectedDocument(string Schema, int Version, SideDocument Base, SideDocument Head, IReadOnlyList<AffectedStackDocument> Stacks);

internal sealed record AffectedStackDocument(
    string Name, string Status, int Wave, string? Team, string? Environment, string? Cloud, IReadOnlyList<string> ReadsFrom, IReadOnlyList<ReasonDocument> Reasons);
