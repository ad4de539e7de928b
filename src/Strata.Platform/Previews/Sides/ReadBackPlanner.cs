using System.Text.Json;
using Strata.Graph.Formats;
using Strata.Platform.Rendering;

namespace Strata.Platform.Previews;

/// <summary>The stacks of a state as its own build planned them, read back from what it printed.</summary>
public sealed class ReadBackPlanner : ISidePlanner
{
    private readonly Dictionary<string, StackSide> _sides = new(StringComparer.Ordinal);
    private readonly IReadOnlyCollection<string> _names;
    private readonly string _unsure;

    /// <param name="names">The state's stacks.</param>
    /// <param name="graphs">What <c>graph --format json</c> printed: one graph or a list.</param>
    /// <param name="files">For each stack whose files were rendered, their paths and texts.</param>
    /// <param name="unsure">Why a stack may be missing: a full sentence.</param>
    /// <exception cref="FormatException">It is not the JSON of graphs.</exception>
    public ReadBackPlanner(IReadOnlyCollection<string> names, JsonElement graphs, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> files, string unsure)
    {
        (_names, _unsure) = (names, unsure);
        foreach (var json in graphs.ValueKind is JsonValueKind.Array ? [.. graphs.EnumerateArray()] : new[] { graphs })
        {
            var graph = GraphJsonReader.Read(json, ProviderCatalog.FactsOf);
            var rendered = files.TryGetValue(graph.Stack, out var texts) ? texts.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => FileHeader.Read(file.Key, file.Value)).ToList() : null;
            _sides[graph.Stack] = new StackSide(graph.Stack, null, graph, rendered, []) { IsReadBack = true };
        }
    }

    public StackSide? Plan(string stack) =>
        _sides.GetValueOrDefault(stack) ?? (_names.Contains(stack) ? new StackSide(stack, null, null, null, []) { IsReadBack = true, Unsure = _unsure } : null);
}
