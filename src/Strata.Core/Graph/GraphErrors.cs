using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Graph;

/// <summary>Problems of the graph as a whole.</summary>
public static class GraphErrors
{
    public static Diagnostic DuplicateName(SourceSpan? at, string type, string name) => Diagnostic.Error("STR301", at,
        $"Two resources of type '{type}' would be named '{name}', and the engine tells resources apart by type and name. Rename one of the two components.");

    public static Diagnostic Cycle(SourceSpan? at, IEnumerable<string> path) => Diagnostic.Error("STR302", at,
        $"Resources wait for each other in a circle: {string.Join(" -> ", path)}. Remove one of the references.");

    public static Diagnostic NotAdded(SourceSpan? at, string resource, string missing) => Diagnostic.Error("STR303", at,
        $"'{resource}' refers to '{missing}', which is not part of the stack. This is a mistake in the component that made it: add the resource to the scope first.");
}
