using Strata.Diagnostics;
using Strata.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Strata.Yaml;

/// <summary>
/// Builds the tree of one text from YamlDotNet's events. Its own object model is of no use here: it has no ends, it puts an
/// anchor's node in place of every alias, and it neither counts nor limits anything.
/// </summary>
internal sealed class YamlTreeReader(SourceText source, DiagnosticBag diagnostics, YamlLimits limits)
{
    private readonly Parser _parser = new(new Scanner(new StringReader(source.Content), skipComments: true));
    private readonly YamlAnchors _anchors = new();
    private readonly List<int> _openBrackets = [];
    private ParsingEvent _event = new StreamStart();
    private int _nodes;

    /// <summary>Null when the text ends in an error that leaves no tree.</summary>
    public YamlNode? ReadDocument()
    {
        // StreamStart, then DocumentStart or the end.
        if (!Next() || !Next())
        {
            return null;
        }

        if (_event is StreamEnd)
        {
            return new YamlMapping(Span(0, 0), []);
        }

        if (!Next() || ReadNode(1) is not { } read || !Next())
        {
            return null;
        }

        if (_event is DocumentStart)
        {
            diagnostics.Add(YamlErrors.SeveralDocuments(SpanOf(_event)));
        }

        return read.Node is YamlScalar { IsNull: true, Text: "" } nothing ? new YamlMapping(nothing.Span, []) : read.Node;
    }

    /// <summary>Reads the node the current event begins, and moves past it. Null means: stop, the reason is reported.</summary>
    private Read? ReadNode(int depth)
    {
        if (++_nodes > limits.Nodes)
        {
            diagnostics.Add(YamlErrors.TooManyNodes(SpanOf(_event), limits.Nodes));
            return null;
        }

        if (depth > limits.Depth)
        {
            diagnostics.Add(YamlErrors.TooDeep(SpanOf(_event), limits.Depth));
            return null;
        }

        var before = _nodes;
        var anchor = _event is NodeEvent { Anchor.IsEmpty: false } marked ? marked.Anchor.Value : null;
        if (anchor is not null)
        {
            _anchors.Open(anchor);
        }

        var read = _event switch
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
        var end = Index(scalar.End);
        while (end > 0 && char.IsWhiteSpace(source.Content[end - 1]))
        {
            end--;
        }

        var start = Math.Min(Index(scalar.Start), end);

        var tag = YamlTags.Of(scalar.Tag);
        var node = new YamlScalar(Span(start, end), scalar.Value, scalar.Style == ScalarStyle.Plain && tag != "!!str") { Tag = tag };
        return Next() ? new Read(node, end, 0) : null;
    }

    private Read? ReadAlias(AnchorAlias alias, int depth)
    {
        var site = SpanOf(alias);
        var name = alias.Value.Value;
        var anchored = _anchors.Find(name);
        if (anchored is null)
        {
            diagnostics.Add(_anchors.IsOpen(name) ? YamlErrors.AliasContainsItself(site, name) : YamlErrors.UnknownAlias(site, name, _anchors.Names));
            anchored = new AnchoredNode(new YamlScalar(site, "", isPlain: true), 1, 0);
        }

        _nodes += anchored.Nodes - 1;
        if (_nodes > limits.Nodes)
        {
            diagnostics.Add(YamlErrors.TooManyNodes(site, limits.Nodes));
            return null;
        }

        if (depth + anchored.Height > limits.Depth)
        {
            diagnostics.Add(YamlErrors.TooDeep(site, limits.Depth));
            return null;
        }

        return Next() ? new Read(YamlAnchors.Use(anchored.Node, site), site.End, anchored.Height) : null;
    }

    private Read? ReadSequence(SequenceStart sequence, int depth)
    {
        var start = Index(sequence.Start);
        var isFlow = sequence.Style == SequenceStyle.Flow;
        var end = Begin(sequence, isFlow);
        var items = new List<YamlNode>();
        var height = 0;
        if (!Next())
        {
            return null;
        }

        while (_event is not SequenceEnd)
        {
            if (ReadNode(depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item.Node);
            end = Math.Max(end, item.End);
            height = Math.Max(height, item.Height + 1);
        }

        end = Finish(end, isFlow, ']');
        var node = new YamlSequence(Span(start, end), items) { Tag = YamlTags.Of(sequence.Tag) };
        return Next() ? new Read(node, end, height) : null;
    }

    private Read? ReadMapping(MappingStart mapping, int depth)
    {
        var start = Index(mapping.Start);
        var isFlow = mapping.Style == MappingStyle.Flow;
        // In '[a: 1]' the map has no brackets of its own, and its event stands at the list's.
        var isBare = isFlow && mapping.Anchor.IsEmpty && mapping.Tag.IsEmpty && CharAt(start) != '{';
        isFlow &= !isBare;
        var end = Begin(mapping, isFlow);
        var entries = new YamlEntries(diagnostics);
        var height = 0;
        if (!Next())
        {
            return null;
        }

        if (isBare)
        {
            start = end = Index(_event.Start);
        }

        while (_event is not MappingEnd)
        {
            if (ReadNode(depth + 1) is not { } key || ReadNode(depth + 1) is not { } value)
            {
                return null;
            }

            entries.Add(key.Node, value.Node);
            start = isFlow ? start : Math.Min(start, (key.Node.AliasSite ?? key.Node.Span).Start);
            end = Math.Max(end, Math.Max(key.End, value.End));
            height = Math.Max(height, value.Height + 1);
        }

        end = Finish(end, isFlow, '}');
        var node = new YamlMapping(Span(start, end), entries.ToList()) { Tag = YamlTags.Of(mapping.Tag) };
        return Next() ? new Read(node, end, height) : null;
    }

    /// <summary>Notes an opening bracket, so that one that is never closed can be named. The least end the node can have.</summary>
    private int Begin(NodeEvent start, bool isFlow)
    {
        var end = Index(start.End);
        if (isFlow)
        {
            _openBrackets.Add(end);
            return end + 1;
        }

        return Index(start.Start);
    }

    /// <summary>The end of a list or map: its last child's, except that in flow style the closing bracket says it.</summary>
    private int Finish(int end, bool isFlow, char bracket)
    {
        if (!isFlow)
        {
            return end;
        }

        _openBrackets.RemoveAt(_openBrackets.Count - 1);
        var at = Index(_event.Start);
        return CharAt(at) == bracket ? at + 1 : Math.Max(end, at);
    }

    /// <summary>Moves to the next event. False when there is none: the text is not YAML, and the error is reported.</summary>
    private bool Next()
    {
        try
        {
            if (_parser.MoveNext())
            {
                _event = _parser.Current!;
                return true;
            }

            diagnostics.Add(YamlSyntax.Problem(source, null, Index(_event.End), _openBrackets));
        }
        catch (YamlException problem)
        {
            diagnostics.Add(YamlSyntax.Problem(source, problem, Index(_event.End), _openBrackets));
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // For some broken texts the parser fails in its own works (InvalidOperationException and others), with no place.
            diagnostics.Add(YamlSyntax.Problem(source, null, Index(_event.End), _openBrackets));
        }

        return false;
    }

    private Read? Unexpected()
    {
        diagnostics.Add(YamlSyntax.Problem(source, null, Index(_event.End), _openBrackets));
        return null;
    }

    private char CharAt(int index) => index < source.Content.Length ? source.Content[index] : '\0';

    private int Index(in Mark mark) => (int)Math.Clamp(mark.Index, 0, source.Content.Length);

    private SourceSpan Span(int start, int end) => new(source, start, Math.Max(start, end));

    private SourceSpan SpanOf(ParsingEvent e) => Span(Index(e.Start), Index(e.End));

    /// <param name="End">Where the node ends here, which for an alias is not the end of its node.</param>
    /// <param name="Height">How many maps and lists the deepest value inside is below this node.</param>
    private readonly record struct Read(YamlNode Node, int End, int Height);
}
