using Strata.Diagnostics;
using Strata.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Strata.Yaml;

/// <summary>
/// Builds the tree of one text from YamlDotNet's events. Its own object model is of no use here: it has no ends, it puts an
/// anchor's node in place of every alias, and it neither counts nor limits anything. A null result means: stop, the reason is
/// reported.
/// </summary>
internal sealed class YamlTreeReader(SourceText source, DiagnosticBag diagnostics, YamlLimits limits)
{
    private readonly YamlEvents _events = new(source, diagnostics);
    private readonly YamlAnchors _anchors = new();
    private int _nodes;

    public YamlNode? ReadDocument()
    {
        // StreamStart, then DocumentStart or the end.
        if (!_events.Next() || !_events.Next())
        {
            return null;
        }

        if (_events.Current is StreamEnd)
        {
            return new YamlMapping(_events.Span(0, 0), []);
        }

        if (!_events.Next() || ReadNode(1) is not { } read || !_events.Next())
        {
            return null;
        }

        if (_events.Current is DocumentStart)
        {
            diagnostics.Add(YamlErrors.SeveralDocuments(_events.CurrentSpan));
        }

        return read.Node is YamlScalar { IsNull: true, Text: "" } nothing ? new YamlMapping(nothing.Span, []) : read.Node;
    }

    /// <summary>Reads the node the current event begins, and moves past it.</summary>
    private Read? ReadNode(int depth)
    {
        _nodes++;
        if (IsTooMuch(_events.CurrentSpan, depth))
        {
            return null;
        }

        var before = _nodes;
        var anchor = _events.Current is NodeEvent { Anchor.IsEmpty: false } marked ? marked.Anchor.Value : null;
        if (anchor is not null)
        {
            _anchors.Open(anchor);
        }

        var read = _events.Current switch
        {
            Scalar scalar => ReadScalar(scalar),
            AnchorAlias alias => ReadAlias(alias, depth),
            SequenceStart sequence => ReadSequence(sequence, depth),
            MappingStart mapping => ReadMapping(mapping, depth),
            _ => Unexpected(),
        };
        if (anchor is not null && read is { } done)
        {
            _anchors.Close(anchor, new AnchoredNode(done.Node, _nodes - before + 1, done.Height));
        }

        return read;
    }

    private Read? ReadScalar(Scalar scalar)
    {
        // A block's event runs on over the blank lines behind it; that of a missing value can stand at the next bracket.
        var end = _events.End;
        while (end > 0 && char.IsWhiteSpace(_events.CharAt(end - 1)))
        {
            end--;
        }

        var tag = YamlTags.Of(scalar.Tag);
        var span = _events.Span(Math.Min(_events.Start, end), end);
        var node = new YamlScalar(span, scalar.Value, scalar.Style == ScalarStyle.Plain && tag != "!!str") { Tag = tag };
        return _events.Next() ? new Read(node, span, 0) : null;
    }

    private Read? ReadAlias(AnchorAlias alias, int depth)
    {
        var site = _events.CurrentSpan;
        var name = alias.Value.Value;
        if (_anchors.Find(name) is not { } anchored)
        {
            diagnostics.Add(_anchors.IsOpen(name) ? YamlErrors.AliasContainsItself(site, name) : YamlErrors.UnknownAlias(site, name, _anchors.Names));
            anchored = new AnchoredNode(new YamlScalar(site, "", isPlain: true), 1, 0);
        }

        _nodes += anchored.Nodes - 1;
        return !IsTooMuch(site, depth + anchored.Height) && _events.Next()
            ? new Read(YamlAnchors.Use(anchored.Node, site), site, anchored.Height)
            : null;
    }

    private Read? ReadSequence(SequenceStart sequence, int depth)
    {
        var isFlow = sequence.Style == SequenceStyle.Flow;
        var (start, end) = Begin(isFlow);
        var items = new List<YamlNode>();
        var height = 0;
        if (!_events.Next())
        {
            return null;
        }

        while (_events.Current is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item.Node);
            end = Math.Max(end, item.Place.End);
            height = Math.Max(height, item.Height + 1);
        }

        var span = _events.Span(start, Finish(end, isFlow, ']'));
        var node = new YamlSequence(span, items) { Tag = YamlTags.Of(sequence.Tag) };
        return _events.Next() ? new Read(node, span, height) : null;
    }

    private Read? ReadMapping(MappingStart mapping, int depth)
    {
        // In '[a: 1]' the map has no brackets of its own, and its event stands at the list's.
        var isBare = mapping is { Style: MappingStyle.Flow, Anchor.IsEmpty: true, Tag.IsEmpty: true } && _events.CharAt(_events.Start) != '{';
        var isFlow = mapping.Style == MappingStyle.Flow && !isBare;
        var (start, end) = Begin(isFlow);
        var entries = new YamlEntries(diagnostics);
        var height = 0;
        if (!_events.Next())
        {
            return null;
        }

        if (isBare)
        {
            start = end = _events.Start;
        }

        while (_events.Current is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not { } key || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add(key.Node, value.Node);
            start = isFlow ? start : Math.Min(start, key.Place.Start);
            end = Math.Max(end, Math.Max(key.Place.End, value.Place.End));
            height = Math.Max(height, value.Height + 1);
        }

        var span = _events.Span(start, Finish(end, isFlow, '}'));
        var node = new YamlMapping(span, entries.ToList()) { Tag = YamlTags.Of(mapping.Tag) };
        return _events.Next() ? new Read(node, span, height) : null;
    }

    /// <summary>Where a list or map begins, and the least end it can have.</summary>
    private (int Start, int End) Begin(bool isFlow)
    {
        var (start, bracket) = (_events.Start, _events.End);
        if (!isFlow)
        {
            return (start, start);
        }

        _events.OpenBracket(bracket);
        return (start, bracket + 1);
    }

    /// <summary>The end of a list or map: its last child's, except that in flow style the closing bracket says it.</summary>
    private int Finish(int end, bool isFlow, char bracket)
    {
        if (!isFlow)
        {
            return end;
        }

        _events.CloseBracket();
        var at = _events.Start;
        return _events.CharAt(at) == bracket ? at + 1 : Math.Max(end, at);
    }

    private bool IsTooMuch(SourceSpan at, int depth)
    {
        if (_nodes > limits.Nodes)
        {
            diagnostics.Add(YamlErrors.TooManyNodes(at, limits.Nodes));
            return true;
        }

        if (depth > limits.Depth)
        {
            diagnostics.Add(YamlErrors.TooDeep(at, limits.Depth));
            return true;
        }

        return false;
    }

    private Read? Unexpected()
    {
        _events.Fail(null);
        return null;
    }

    /// <param name="Place">Where the node stands here, which for an alias is not where its node was written.</param>
    /// <param name="Height">How many maps and lists the deepest value inside is below this node.</param>
    private readonly record struct Read(YamlNode Node, SourceSpan Place, int Height);
}
