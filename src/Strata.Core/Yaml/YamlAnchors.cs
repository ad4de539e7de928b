using Strata.Text;

namespace Strata.Yaml;

/// <summary>The anchors (<c>&amp;name</c>) of one document read so far. A name given again means the later node from there on.</summary>
internal sealed class YamlAnchors
{
    private readonly Dictionary<string, AnchoredNode> _closed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _closed.Keys;

    /// <summary>The node of this name has begun: it cannot be used before it has ended.</summary>
    public void Open(string name)
    {
        _open.Add(name);
        _closed.Remove(name);
    }

    public void Close(string name, AnchoredNode node)
    {
        _open.Remove(name);
        _closed[name] = node;
    }

    public bool IsOpen(string name) => _open.Contains(name);

    public AnchoredNode? Find(string name) => _closed.GetValueOrDefault(name);

    /// <summary>The same node, written where it was, used at <paramref name="site"/>. What is inside is shared.</summary>
    public static YamlNode Use(YamlNode node, SourceSpan site) => node switch
    {
        YamlScalar scalar => Use(scalar, site),
        YamlSequence sequence => new YamlSequence(sequence.Span, sequence.Items) { Tag = sequence.Tag, AliasSite = site },
        YamlMapping mapping => new YamlMapping(mapping.Span, mapping.Entries) { Tag = mapping.Tag, AliasSite = site },
        _ => node,
    };

    public static YamlScalar Use(YamlScalar scalar, SourceSpan site) =>
        new(scalar.Span, scalar.Text, scalar.IsPlain) { Tag = scalar.Tag, AliasSite = site };
}
