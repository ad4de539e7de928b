using Strata.Text;

namespace Strata.Yaml;

/// <summary>
/// A node of a positioned YAML tree. Nodes are immutable and carry where they were written, so a node that was inherited
/// from a fragment still says so: a value's provenance is its span.
/// </summary>
/// <param name="span">From the first character of the node to just past its last, comments and line breaks excluded.</param>
public abstract class YamlNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    /// <summary>Where the node is used through an alias (<c>*name</c>); null when it stands where it was written.</summary>
    public SourceSpan? AliasSite { get; init; }

    /// <summary>An explicit tag such as <c>!!str</c>; null when there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>What to call the node in a message: "a map", "a list", "text"…</summary>
    public abstract string Describe();
}
